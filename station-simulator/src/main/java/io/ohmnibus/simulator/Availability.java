/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.ocpp.type.EventNotificationEnum;
import io.ohmnibus.ocpp.type.EventTriggerEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.simulator.model.DeviceModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Tells the CSMS how available the connectors are (G01, G03, G04). */
final class Availability {

    private static final int SEVERITY_INFORMATIONAL = 8;

    private final Station station;
    private final AtomicInteger eventIds = new AtomicInteger();
    private final Reservations reservations;
    private volatile boolean operative = true;

    Availability(Station station) {
        this.station = station;
        this.reservations = new Reservations(station);
    }

    /** What is kept free, and for whom. */
    Reservations reservations() {
        return reservations;
    }

    /** Whether the CSMS left the station as a whole in operation. */
    boolean operative() {
        return operative;
    }

    /** Whether the station takes new transactions. */
    boolean open() {
        return operative && !station.resets().scheduled();
    }

    /** Sets the station as a whole in or out of operation (G04). */
    void setOperative(boolean operative) {
        this.operative = operative;
        report();
        station.locked(reservations::check);
    }

    /** Sends what has changed on any connector. */
    void report() {
        station.locked(
                () -> station.evses().forEach(evse -> evse.state().connectors().reportOwn()));
    }

    void send(EvseState evse, int connectorId, ConnectorStatusEnum status) {
        station.tell(
                StationEvent.Kind.AVAILABILITY,
                "EVSE %d connector %d: %s"
                        .formatted(evse.evseId(), connectorId, status.wireName()));
        if (station.settings().availability() != AvailabilityReports.NONE) {
            station.outbox().add(report(evse, connectorId, status));
        }
    }

    /** The reports for a station that is back: all, or only what the CSMS missed (B04). */
    List<Outbox.Report> reports(boolean all) {
        if (station.settings().availability() == AvailabilityReports.NONE) {
            return List.of();
        }
        return station.locked(() ->
                station.evses().stream().flatMap(evse -> reports(evse.state(), all)).toList());
    }

    private Stream<Outbox.Report> reports(EvseState evse, boolean all) {
        return evse.connectors().unreported(all).stream()
                .map(id -> report(evse, id, evse.connectors().status(id)));
    }

    private Outbox.Report report(EvseState evse, int connectorId, ConnectorStatusEnum status) {
        var request =
                station.settings().availability() == AvailabilityReports.NOTIFY_EVENT
                        ? notifyEvent(evse.evseId(), connectorId, status)
                        : statusNotification(evse.evseId(), connectorId, status);
        return new Outbox.Report(
                request, () -> station.locked(() -> evse.connectors().missed(connectorId)));
    }

    StatusNotificationRequest statusNotification(
            int evseId, int connectorId, ConnectorStatusEnum status) {
        return new StatusNotificationRequest(station.now(), status, evseId, connectorId, null);
    }

    private Request<?> notifyEvent(int evseId, int connectorId, ConnectorStatusEnum status) {
        return notifyEvent(
                new Component(new EVSE(evseId, connectorId, null), "Connector", null, null),
                "AvailabilityState",
                status.wireName(),
                EventTriggerEnum.DELTA);
    }

    /** Tells that the lock of a connector does not close (G05). */
    void lockFailed(int evseId, int connectorId) {
        var where = new EVSE(evseId, connectorId, null);
        var lock = new Component(where, "ConnectorPlugRetentionLock", null, null);
        var request = notifyEvent(lock, "Problem", "true", EventTriggerEnum.ALERTING);
        station.outbox().add(new Outbox.Report(request, () -> {}));
    }

    private Request<?> notifyEvent(
            Component component, String variable, String value, EventTriggerEnum trigger) {
        var now = station.now();
        var event =
                new EventData(
                        eventIds.getAndIncrement(),
                        now,
                        trigger,
                        null,
                        value,
                        null,
                        null,
                        null,
                        null,
                        component,
                        null,
                        EventNotificationEnum.HARD_WIRED_NOTIFICATION,
                        new Variable(variable, null, null),
                        SEVERITY_INFORMATIONAL, // N07.FR.21
                        null);
        return new NotifyEventRequest(now, null, 0, List.of(event), null);
    }

    /** Lets the device model answer with what is measured. */
    void describe(DeviceModel model) {
        var connectors = station.settings().connectorsPerEvse();
        for (var evse : station.evses()) {
            model.measure(
                    "EVSE",
                    evse.id(),
                    0,
                    "AvailabilityState",
                    () -> station.locked(() -> evse.state().connectors().status().wireName()));
            model.measure("EVSE", evse.id(), 0, "Power", () -> evse.power().toPlainString());
            for (int connector = 1; connector <= connectors; connector++) {
                int id = connector;
                model.measure(
                        "Connector",
                        evse.id(),
                        id,
                        "AvailabilityState",
                        () -> evse.availability(id).wireName());
            }
        }
        model.measure(
                "ChargingStation",
                0,
                0,
                "AvailabilityState",
                () ->
                        open()
                                ? ConnectorStatusEnum.AVAILABLE.wireName()
                                : ConnectorStatusEnum.UNAVAILABLE.wireName());
        model.measure("ClockCtrlr", 0, 0, "DateTime", () -> station.now().toString());
    }
}
