/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a station, as far as its effect is found by it.
 *
 * @param transactionId of a transaction to stop
 * @param message wire name of the message to trigger
 * @param idToken for whom a transaction is to be started
 * @param groupId and the group of that token
 */
record RemoteRequest(
        String action,
        @Nullable Integer remoteStartId,
        @Nullable String transactionId,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String message,
        @Nullable String customTrigger,
        @Nullable UsedToken idToken,
        @Nullable String groupId) {

    static RemoteRequest of(RequestStartTransactionRequest request) {
        IdToken token = request.idToken();
        IdToken group = request.groupIdToken();
        return new RemoteRequest(
                name(request),
                request.remoteStartId(),
                null,
                request.evseId(),
                null,
                null,
                null,
                new UsedToken(token.idToken(), token.type()),
                group == null ? null : group.idToken());
    }

    static RemoteRequest of(RequestStopTransactionRequest request) {
        return new RemoteRequest(
                name(request), null, request.transactionId(), null, null, null, null, null, null);
    }

    static RemoteRequest of(UnlockConnectorRequest request) {
        return new RemoteRequest(
                name(request),
                null,
                null,
                request.evseId(),
                request.connectorId(),
                null,
                null,
                null,
                null);
    }

    static RemoteRequest of(TriggerMessageRequest request) {
        EVSE evse = request.evse();
        return new RemoteRequest(
                name(request),
                null,
                null,
                evse == null ? null : evse.id(),
                evse == null ? null : evse.connectorId(),
                request.requestedMessage().wireName(),
                request.customTrigger(),
                null,
                null);
    }

    private static String name(Object request) {
        return Action.ofRequest(request.getClass()).wireName();
    }
}
