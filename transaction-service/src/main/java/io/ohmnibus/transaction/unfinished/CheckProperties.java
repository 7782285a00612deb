/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When stations are asked about transactions that should have ended (E14).
 *
 * @param silentFor without any event for so long, and every so often after that
 * @param askAgainAfter when messages were still queued, or nobody answered
 * @param afterReconnect a station that comes back in the middle of a transaction has so long to
 *     tell of it before it is asked
 * @param enabled whether the platform asks by itself
 */
@Validated
@ConfigurationProperties("ohmnibus.transaction.check")
record CheckProperties(
        @NotNull @DefaultValue("PT1H") Duration silentFor,
        @NotNull @DefaultValue("PT10M") Duration askAgainAfter,
        @NotNull @DefaultValue("PT30S") Duration afterReconnect,
        @DefaultValue("true") boolean enabled) {}
