/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.transaction.command.CommandAnswer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a request was answered.
 *
 * @param transactionId the one that the station had already (F01.FR.13)
 */
record RemoteAnswer(CommandAnswer answer, @Nullable String transactionId) {

    static RemoteAnswer of(WireEnum status, @Nullable StatusInfo info) {
        return new RemoteAnswer(CommandAnswer.of(status, info), null);
    }

    RemoteAnswer with(@Nullable String transaction) {
        return new RemoteAnswer(answer, transaction);
    }

    static <A extends Response> RemoteAnswer of(
            Outcome<A> outcome, Function<A, RemoteAnswer> answered) {
        return outcome instanceof Outcome.Answered<A>(var response)
                ? answered.apply(response)
                : new RemoteAnswer(
                        CommandAnswer.of(outcome, response -> answered.apply(response).answer()),
                        null);
    }
}
