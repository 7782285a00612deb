/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of connections.
 *
 * @param history how long they are remembered after their end; uptime cannot be counted beyond it
 */
@Validated
@ConfigurationProperties("ohmnibus.station.connections")
record ConnectionProperties(@DefaultValue("P400D") Duration history) {}
