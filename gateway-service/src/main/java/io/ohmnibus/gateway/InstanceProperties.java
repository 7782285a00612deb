/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a gateway instance lives beside others.
 *
 * @param lease how long an instance may be silent on the bus before the others end its connections
 * @param drainTime over how long the stations are sent away when the instance stops; a few are gone
 *     sooner
 */
@Validated
@ConfigurationProperties("ohmnibus.gateway")
public record InstanceProperties(
        @DefaultValue("30s") Duration lease, @DefaultValue("15s") Duration drainTime) {}
