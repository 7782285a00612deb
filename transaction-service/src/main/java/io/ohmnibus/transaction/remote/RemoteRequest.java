/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.type.EVSE;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a station, as far as its effect is found by it.
 *
 * @param transactionId of a transaction to stop
 * @param message wire name of the message to trigger
 */
record RemoteRequest(
        String action,
        @Nullable Integer remoteStartId,
        @Nullable String transactionId,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String message,
        @Nullable String customTrigger) {

    static RemoteRequest of(RequestStartTransactionRequest request) {
        return new RemoteRequest(
                name(request), request.remoteStartId(), null, request.evseId(), null, null, null);
    }

    static RemoteRequest of(RequestStopTransactionRequest request) {
        return new RemoteRequest(
                name(request), null, request.transactionId(), null, null, null, null);
    }

    static RemoteRequest of(UnlockConnectorRequest request) {
        return new RemoteRequest(
                name(request), null, null, request.evseId(), request.connectorId(), null, null);
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
                request.customTrigger());
    }

    private static String name(Object request) {
        return Action.ofRequest(request.getClass()).wireName();
    }
}
