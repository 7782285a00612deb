/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import java.time.Duration;

/**
 * How long a command may take from now, and whether it waits for a station that is not connected.
 */
public record CommandOptions(Duration deadline, boolean waitWhenOffline) {

    public static final CommandOptions DEFAULT = new CommandOptions(Duration.ofSeconds(30), false);
}
