/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityResponse;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusResponse;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionResponse;
import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorResponse;
import io.ohmnibus.ocpp.type.ChangeAvailabilityStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.ocpp.type.UnlockStatusEnum;
import io.ohmnibus.simulator.Answers.Reply;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the CSMS does to EVSEs and transactions (F01 to F05, G03, G04, E14). */
final class RemoteAnswers {

    private final Station station;

    RemoteAnswers(Station station) {
        this.station = station;
    }

    Reply start(RequestStartTransactionRequest request) {
        var chosen = choose(request);
        if (chosen.isEmpty() || !station.registration().isAccepted()) { // B02.FR.05, F01.FR.23/24
            return Reply.of(started(RequestStartStopStatusEnum.REJECTED, null));
        }
        var evse = chosen.get();
        var running = evse.state().session();
        var transactionId = running == null ? null : running.transactionId(); // F01.FR.13
        return new Reply(
                started(RequestStartStopStatusEnum.ACCEPTED, transactionId),
                () -> start(evse, request));
    }

    private static Response started(
            RequestStartStopStatusEnum status, @Nullable String transactionId) {
        return new RequestStartTransactionResponse(status, null, transactionId, null);
    }

    private void start(Evse evse, RequestStartTransactionRequest request) {
        if (station.model().flag("AuthCtrlr", "AuthorizeRemoteStart") // F01.FR.01
                && !request.idToken().type().equals(Authorization.CENTRAL)) { // C05.FR.01
            evse.askAndAllow(request.idToken(), request.remoteStartId());
        } else { // F01.FR.02
            station.availability()
                    .reservations()
                    .admit(
                            evse,
                            new EvseState.Start(request.idToken(), request.remoteStartId(), null),
                            request.groupIdToken());
        }
    }

    private Optional<Evse> choose(RequestStartTransactionRequest request) {
        var evseId = request.evseId();
        var token = request.idToken();
        var group = request.groupIdToken();
        var reservations = station.availability().reservations();
        var candidates = evseId == null ? station.evses() : known(evseId); // F01.FR.20
        var possible =
                candidates.stream()
                        .filter(evse -> evse.state().authorized() == null)
                        .filter(evse -> station.locked(evse.state().connectors()::operative))
                        .filter(evse -> !reservations.keepsOut(evse, token, group)) // F01.FR.21
                        .toList();
        return possible.stream()
                .filter(evse -> reservations.expects(evse, token, group))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private List<Evse> known(int evseId) {
        return evseId >= 1 && evseId <= station.evses().size()
                ? List.of(station.evse(evseId))
                : List.of();
    }

    Reply stop(RequestStopTransactionRequest request) {
        var found = running(request.transactionId());
        if (found.isEmpty() || !station.registration().isAccepted()) { // B02.FR.05, F03.FR.08
            return Reply.of(
                    new RequestStopTransactionResponse(
                            RequestStartStopStatusEnum.REJECTED, null, null));
        }
        var cause = Cause.of(TriggerReasonEnum.REMOTE_STOP, ReasonEnum.REMOTE);
        return new Reply(
                new RequestStopTransactionResponse(
                        RequestStartStopStatusEnum.ACCEPTED, null, null), // F03.FR.07
                () -> found.get().state().endAuthorization(cause)); // F03.FR.02, F03.FR.03
    }

    /** Where the transaction runs. */
    Optional<Evse> running(String transactionId) {
        return station.evses().stream()
                .filter(evse -> {
                    var session = evse.state().session();
                    return session != null && session.transactionId().equals(transactionId);
                })
                .findFirst();
    }

    Response transactionStatus(GetTransactionStatusRequest request) {
        var id = request.transactionId();
        var ongoing = id == null ? null : running(id).isPresent(); // E14.FR.02, E14.FR.06
        return new GetTransactionStatusResponse(ongoing, station.outbox().holds(id), null);
    }

    Response unlock(UnlockConnectorRequest request) {
        return new UnlockConnectorResponse(station.locked(() -> unlocked(request)), null, null);
    }

    private UnlockStatusEnum unlocked(UnlockConnectorRequest request) {
        var evses = known(request.evseId());
        if (evses.isEmpty() || !evses.getFirst().state().connectors().has(request.connectorId())) {
            return UnlockStatusEnum.UNKNOWN_CONNECTOR; // F05.FR.03
        }
        var evse = evses.getFirst().state();
        var plugged = evse.connectors().plugged();
        return evse.session() != null
                        && evse.authorized() != null
                        && plugged != null
                        && plugged == request.connectorId()
                ? UnlockStatusEnum.ONGOING_AUTHORIZED_TRANSACTION // F05.FR.02
                : UnlockStatusEnum.UNLOCKED; // F05.FR.04, F05.FR.06
    }

    Reply changeAvailability(ChangeAvailabilityRequest request) {
        var where = request.evse();
        var evses = where == null ? station.evses() : known(where.id()); // G04.FR.01
        if (evses.isEmpty() || !hasConnector(evses.getFirst(), where)) {
            return Reply.of(changed(ChangeAvailabilityStatusEnum.REJECTED));
        }
        var operative = request.operationalStatus() == OperationalStatusEnum.OPERATIVE;
        return station.locked(() -> {
            var same = isOperative(evses.getFirst(), where) == operative;
            var busy = evses.stream().anyMatch(Evse::hasTransaction);
            var status =
                    same || operative || !busy
                            ? ChangeAvailabilityStatusEnum.ACCEPTED // G03.FR.03
                            : ChangeAvailabilityStatusEnum.SCHEDULED; // G03.FR.05
            return new Reply(
                    changed(status),
                    () -> station.locked(() -> set(evses.getFirst(), where, operative)));
        });
    }

    private static boolean hasConnector(Evse evse, @Nullable EVSE where) {
        return where == null
                || where.connectorId() == null
                || evse.state().connectors().has(where.connectorId());
    }

    private boolean isOperative(Evse evse, @Nullable EVSE where) {
        return where == null
                ? station.availability().operative()
                : evse.state().connectors().isOperative(where.connectorId());
    }

    private void set(Evse evse, @Nullable EVSE where, boolean operative) {
        if (where == null) {
            station.availability().setOperative(operative);
        } else {
            evse.state().connectors().setOperative(where.connectorId(), operative);
        }
    }

    private static Response changed(ChangeAvailabilityStatusEnum status) {
        return new ChangeAvailabilityResponse(status, null, null);
    }
}
