/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of the command of a step. */
sealed interface StepOutcome {

    /** The station agreed. */
    record Done() implements StepOutcome {}

    /**
     * The station told about its network.
     *
     * @param priority its NetworkConfigurationPriority
     * @param downgrade whether it allows to lower the profile from 3 to 2
     */
    record Network(String priority, boolean downgrade) implements StepOutcome {}

    /** It did not work, and why. */
    record Failed(String reason) implements StepOutcome {}

    /** The outcome of a command; only an answer needs to be looked at. */
    static <A extends Response> StepOutcome of(
            Outcome<A> outcome, Function<A, StepOutcome> answered) {
        return switch (outcome) {
            case Outcome.Answered<A>(var answer) -> answered.apply(answer);
            case Outcome.Refused<A>(var error) ->
                    new Failed(error.code().wireName() + ": " + error.description());
            case Outcome.TimedOut<A> _ -> new Failed("The station did not answer in time");
            case Outcome.Offline<A> _ -> new Failed("The station was not connected");
        };
    }

    /** Done, or failed with a status and what the station says about it. */
    static StepOutcome of(boolean done, String status, @Nullable StatusInfo info) {
        if (done) {
            return new Done();
        }
        if (info == null) {
            return new Failed(status);
        }
        String more = info.additionalInfo();
        return new Failed(status + ": " + info.reasonCode() + (more == null ? "" : ", " + more));
    }
}
