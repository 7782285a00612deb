/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.store;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended, in the words that people read.
 *
 * @param status the status that the station answered with, or Refused, TimedOut, Offline
 */
public record CommandOutcome(String status, @Nullable String info) {

    /** What the outcome says; {@code answered} reads the status from the station's answer. */
    public static <A extends Response> CommandOutcome of(
            Outcome<A> outcome, Function<A, CommandOutcome> answered) {
        return switch (outcome) {
            case Outcome.Answered<A>(var answer) -> answered.apply(answer);
            case Outcome.Refused<A>(var error) ->
                    new CommandOutcome(
                            "Refused", error.code().wireName() + ": " + error.description());
            case Outcome.TimedOut<A>(var after) ->
                    new CommandOutcome("TimedOut", "No answer within " + after);
            case Outcome.Offline<A>() -> new CommandOutcome("Offline", null);
        };
    }

    /** The status and its reason as the station gave them. */
    public static CommandOutcome answered(WireEnum status, @Nullable StatusInfo info) {
        return new CommandOutcome(status.wireName(), text(info));
    }

    /** A StatusInfo in one line. */
    public static @Nullable String text(@Nullable StatusInfo info) {
        if (info == null) {
            return null;
        }
        String additional = info.additionalInfo();
        return additional == null ? info.reasonCode() : info.reasonCode() + ": " + additional;
    }
}
