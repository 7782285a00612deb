/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.command;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a request was answered.
 *
 * @param status in the words of OCPP, or Refused, TimedOut, Offline
 */
public record CommandAnswer(String status, @Nullable String info) {

    public static CommandAnswer of(WireEnum status, @Nullable StatusInfo info) {
        return new CommandAnswer(status.wireName(), info == null ? null : info.reasonCode());
    }

    /** What came of a request; {@code answered} reads the station's answer. */
    public static <A extends Response> CommandAnswer of(
            Outcome<A> outcome, Function<A, CommandAnswer> answered) {
        return switch (outcome) {
            case Outcome.Answered<A>(var answer) -> answered.apply(answer);
            case Outcome.Refused<A>(var error) -> new CommandAnswer("Refused", error.description());
            case Outcome.TimedOut<A> _ -> new CommandAnswer("TimedOut", null);
            case Outcome.Offline<A> _ -> new CommandAnswer("Offline", null);
        };
    }
}
