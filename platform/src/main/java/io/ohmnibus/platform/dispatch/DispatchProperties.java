/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stations' calls are handled.
 *
 * @param repeatWindow for how long a CALL with the same message id and content counts as a
 *     repetition and gets the first answer
 */
@ConfigurationProperties("ohmnibus.dispatch")
public record DispatchProperties(@DefaultValue("15m") Duration repeatWindow) {}
