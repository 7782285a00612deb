/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CancelReservationResponse;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateRequest;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ReserveNowResponse;
import io.ohmnibus.ocpp.type.CancelReservationStatusEnum;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReservationUpdateStatusEnum;
import io.ohmnibus.ocpp.type.ReserveNowStatusEnum;
import io.ohmnibus.simulator.Answers.Reply;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.Shared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the station keeps free, and for whom (H01 to H04). */
final class Reservations {

    private record Held(ReserveNowRequest request, Shared.Appointment expiry) {

        boolean isFor(@Nullable IdToken token, @Nullable IdToken group) { // H03.FR.04 to H03.FR.06
            return Authorization.same(request.idToken(), token)
                    || Authorization.same(request.groupIdToken(), group);
        }
    }

    private final Station station;
    private final List<Held> held = new ArrayList<>();

    Reservations(Station station) {
        this.station = station;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    Reply reserve(ReserveNowRequest request) {
        return station.locked(() -> {
            var status = judge(request);
            if (status == ReserveNowStatusEnum.ACCEPTED) {
                hold(request);
            }
            return new Reply(
                    new ReserveNowResponse(status, null, null),
                    station.availability()::report); // H01.FR.20, H01.FR.23, H01.FR.24
        });
    }

    private ReserveNowStatusEnum judge(ReserveNowRequest request) {
        var model = station.model();
        var specific = request.evseId() != null;
        if (!model.flag("ReservationCtrlr", "Enabled") // H01.FR.01
                || (!specific && !model.flag("ReservationCtrlr", "NonEvseSpecific"))) { // H01.FR.19
            return ReserveNowStatusEnum.REJECTED;
        }
        var others = held.stream().filter(one -> one.request.id() != request.id()).toList();
        var targets = targets(request).toList();
        var taken = taken(others);
        if (targets.stream().anyMatch(evse -> isFree(evse) && !taken.contains(evse.id()))) {
            return ReserveNowStatusEnum.ACCEPTED; // H01.FR.03, H01.FR.04, H01.FR.06, H01.FR.23
        }
        if (all(targets, ConnectorStatusEnum.FAULTED)) {
            return ReserveNowStatusEnum.FAULTED; // H01.FR.12
        }
        return all(targets, ConnectorStatusEnum.UNAVAILABLE)
                ? ReserveNowStatusEnum.UNAVAILABLE // H01.FR.14
                : ReserveNowStatusEnum.OCCUPIED; // H01.FR.11
    }

    private static boolean all(List<Evse> targets, ConnectorStatusEnum status) {
        return !targets.isEmpty() && targets.stream().allMatch(evse -> condition(evse) == status);
    }

    private static @Nullable ConnectorStatusEnum condition(Evse evse) {
        return evse.state().connectors().condition(1);
    }

    private Stream<Evse> targets(ReserveNowRequest request) {
        return station.evses().stream().filter(evse -> covers(request, evse));
    }

    private boolean covers(ReserveNowRequest request, Evse evse) {
        return (request.evseId() == null || request.evseId() == evse.id())
                && (request.connectorType() == null
                        || request.connectorType().equals(connectorType(evse)));
    }

    private String connectorType(Evse evse) {
        return station.model().getAt("Connector", evse.id(), 1, "ConnectorType");
    }

    /** In operation, and nobody is there. */
    private static boolean isFree(Evse evse) {
        return condition(evse) == null
                && evse.state().connectors().plugged() == null
                && evse.state().authorized() == null
                && evse.state().session() == null;
    }

    private void hold(ReserveNowRequest request) {
        drop(request.id()); // H01.FR.02
        var left = Duration.between(station.now(), request.expiryDateTime());
        var expiry = Shared.after(left.isNegative() ? Duration.ZERO : left, () -> expire(request));
        held.add(new Held(request, expiry));
    }

    private Optional<Held> drop(int id) {
        var found = held.stream().filter(one -> one.request.id() == id).findFirst();
        found.ifPresent(one -> {
            one.expiry.cancel();
            held.remove(one);
        });
        return found;
    }

    private void expire(ReserveNowRequest request) {
        station.locked(() -> {
            if (held.removeIf(one -> one.request.equals(request))) {
                station.availability().report(); // H04.FR.03
                tell(request.id(), ReservationUpdateStatusEnum.EXPIRED); // H04.FR.01
            }
        });
    }

    Reply cancel(CancelReservationRequest request) {
        var known = station.locked(() -> drop(request.reservationId()).isPresent());
        var status =
                known
                        ? CancelReservationStatusEnum.ACCEPTED // H02.FR.02
                        : CancelReservationStatusEnum.REJECTED; // H02.FR.01
        return new Reply(
                new CancelReservationResponse(status, null, null),
                station.availability()::report); // H02.FR.04, H02.FR.06
    }

    /** The EVSEs that are kept free; of those that nobody chose, all when none is left over. */
    Set<Integer> taken() {
        return taken(held);
    }

    private Set<Integer> taken(List<Held> reservations) {
        var taken =
                reservations.stream()
                        .map(one -> one.request.evseId())
                        .filter(id -> id != null)
                        .collect(Collectors.toSet());
        var open = reservations.stream().filter(one -> one.request.evseId() == null).toList();
        for (var one : open) {
            var type = one.request.connectorType();
            var competing =
                    open.stream()
                            .filter(other ->
                                    type == null || type.equals(other.request.connectorType()))
                            .count();
            var free =
                    targets(one.request)
                            .filter(evse -> isFree(evse) && !isChosen(evse, reservations))
                            .map(Evse::id)
                            .collect(Collectors.toSet());
            if (free.size() <= competing) {
                taken.addAll(free);
            }
        }
        return taken;
    }

    private static boolean isChosen(Evse evse, List<Held> reservations) {
        return reservations.stream()
                .anyMatch(one -> one.request.evseId() != null && one.request.evseId() == evse.id());
    }

    /** Whether the EVSE is kept free for somebody else. */
    boolean keepsOut(Evse evse, @Nullable IdToken token, @Nullable IdToken group) {
        return station.locked(
                () -> taken().contains(evse.id()) && match(evse, token, group).isEmpty());
    }

    /** Whether it is kept free for the token. */
    boolean expects(Evse evse, @Nullable IdToken token, @Nullable IdToken group) {
        return station.locked(() -> match(evse, token, group).isPresent());
    }

    private Optional<Held> match(Evse evse, @Nullable IdToken token, @Nullable IdToken group) {
        return held.stream()
                .filter(one -> one.isFor(token, group) && covers(one.request, evse))
                .max((one, other) -> Boolean.compare(names(one, evse), names(other, evse)));
    }

    private static boolean names(Held one, Evse evse) {
        return one.request.evseId() != null && one.request.evseId() == evse.id();
    }

    /** Lets the token charge, unless the EVSE is kept free for another; uses its reservation. */
    void admit(Evse evse, EvseState.Start start, @Nullable IdToken group) {
        station.locked(() -> {
            if (keepsOut(evse, start.idToken(), group)) {
                evse.state().tell(Kind.AUTHORIZATION, "reserved for somebody else");
                return;
            }
            var used = match(evse, start.idToken(), group); // H03.FR.09
            used.ifPresent(one -> drop(one.request.id()));
            var id = used.map(one -> one.request.id()).orElse(null);
            evse.state()
                    .allow(
                            new EvseState.Start(start.idToken(), start.remoteStartId(), id),
                            group); // H03.FR.10
        });
    }

    /** No transaction came of a reservation that was used (H03.FR.11). */
    void unused(@Nullable Integer id) {
        if (id != null && station.version() == OcppVersion.V2_1) {
            tell(id, ReservationUpdateStatusEnum.NO_TRANSACTION);
        }
    }

    /** Drops those that cannot be kept any more (H01.FR.16, H01.FR.17). */
    void check() {
        Predicate<Held> lost =
                one -> targets(one.request).allMatch(evse -> condition(evse) != null);
        for (var one : held.stream().filter(lost).toList()) {
            drop(one.request.id());
            tell(one.request.id(), ReservationUpdateStatusEnum.REMOVED);
        }
    }

    private void tell(int id, ReservationUpdateStatusEnum status) {
        station.tell(Kind.AVAILABILITY, "reservation " + id + ": " + status.wireName());
        station.outbox()
                .add(
                        new Outbox.Report(
                                new ReservationStatusUpdateRequest(id, status, null), () -> {}));
    }
}
