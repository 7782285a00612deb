/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are judged, for all tenants.
 *
 * @param decisionsKept for how long the decision log is kept
 * @param wrongTokens how many tokens of one type that nobody knows a station may present within
 *     wrong-within; then tokens of that type are refused there for the same time. 0 for no limit
 * @param wrongWithin see wrong-tokens
 */
@ConfigurationProperties("ohmnibus.authorization")
public record DecisionProperties(
        @DefaultValue("30d") Duration decisionsKept,
        @DefaultValue("20") int wrongTokens,
        @DefaultValue("10m") Duration wrongWithin) {}
