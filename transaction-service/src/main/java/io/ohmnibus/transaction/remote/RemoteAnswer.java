/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

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
 * @param transactionId the one that the station had already (F01.FR.13)
 */
record RemoteAnswer(String status, @Nullable String info, @Nullable String transactionId) {

    static RemoteAnswer of(WireEnum status, @Nullable StatusInfo info) {
        return new RemoteAnswer(status.wireName(), info == null ? null : info.reasonCode(), null);
    }

    RemoteAnswer with(@Nullable String transaction) {
        return new RemoteAnswer(status, info, transaction);
    }

    static <A extends Response> RemoteAnswer of(
            Outcome<A> outcome, Function<A, RemoteAnswer> answered) {
        return switch (outcome) {
            case Outcome.Answered<A>(var answer) -> answered.apply(answer);
            case Outcome.Refused<A>(var error) ->
                    new RemoteAnswer("Refused", error.description(), null);
            case Outcome.TimedOut<A> _ -> new RemoteAnswer("TimedOut", null, null);
            case Outcome.Offline<A> _ -> new RemoteAnswer("Offline", null, null);
        };
    }
}
