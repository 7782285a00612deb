/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a command may take from now, and whether it waits for a station that is not connected.
 */
public record CommandOptions(Duration deadline, boolean waitWhenOffline) {

    public static final Duration LONGEST_DEADLINE = Duration.ofDays(7);
    public static final CommandOptions DEFAULT = new CommandOptions(Duration.ofSeconds(30), false);

    /** What a REST request says, or 400; what it does not say is as in {@link #DEFAULT}. */
    public static CommandOptions of(
            @Nullable Duration deadline, @Nullable WhenOffline whenOffline) {
        Duration most = deadline == null ? DEFAULT.deadline() : deadline;
        if (!most.isPositive() || most.compareTo(LONGEST_DEADLINE) > 0) {
            throw Problem.badRequest(
                    "deadline", "is more than PT0S and at most " + LONGEST_DEADLINE);
        }
        return new CommandOptions(most, whenOffline == WhenOffline.wait);
    }
}
