/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.FirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.message.LogStatusNotificationRequest;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.FirmwareStatusEnum;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.ocpp.type.UploadLogStatusEnum;
import io.ohmnibus.simulator.Answers.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that the CSMS can ask for (F06); sent after the answer (F06.FR.04). */
final class TriggerAnswers {

    private final Station station;

    TriggerAnswers(Station station) {
        this.station = station;
    }

    Reply trigger(TriggerMessageRequest request) {
        var evses = evses(request.evse());
        return switch (request.requestedMessage()) {
            case BOOT_NOTIFICATION ->
                    station.registration().isAccepted() // F06.FR.17
                            ? answer(TriggerMessageStatusEnum.REJECTED)
                            : accept(() -> station.boot(BootReasonEnum.TRIGGERED));
            case HEARTBEAT -> accept(station.registration().heartbeats()::beat);
            case LOG_STATUS_NOTIFICATION -> accept(this::logStatus); // F06.FR.15
            case FIRMWARE_STATUS_NOTIFICATION -> accept(this::firmwareStatus); // F06.FR.16
            case METER_VALUES -> accept(() -> evses.forEach(this::meterValues)); // F06.FR.06
            case STATUS_NOTIFICATION -> status(request.evse());
            case SIGN_CHARGING_STATION_CERTIFICATE, SIGN_COMBINED_CERTIFICATE ->
                    sign(CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE);
            case SIGN_V2G_CERTIFICATE -> sign(CertificateSigningUseEnum.V2G_CERTIFICATE);
            case SIGN_V2G20_CERTIFICATE -> sign(CertificateSigningUseEnum.V2G20_CERTIFICATE);
            case TRANSACTION_EVENT -> transactionEvents(evses);
            default -> answer(TriggerMessageStatusEnum.NOT_IMPLEMENTED); // F06.FR.08
        };
    }

    private List<Evse> evses(@Nullable EVSE where) {
        return where == null // F06.FR.11
                ? station.evses()
                : station.evses().stream().filter(evse -> evse.id() == where.id()).toList();
    }

    private static Reply answer(TriggerMessageStatusEnum status) {
        return Reply.of(new TriggerMessageResponse(status, null, null));
    }

    private static Reply accept(Runnable then) {
        return new Reply(
                new TriggerMessageResponse(TriggerMessageStatusEnum.ACCEPTED, null, null), then);
    }

    private Reply sign(CertificateSigningUseEnum use) { // A02.FR.02, A02.FR.22, A02.FR.23
        return accept(() -> station.security().sign(use));
    }

    private void logStatus() {
        station.call(new LogStatusNotificationRequest(UploadLogStatusEnum.IDLE, null, null, null));
    }

    private void firmwareStatus() {
        station.call(
                new FirmwareStatusNotificationRequest(FirmwareStatusEnum.IDLE, null, null, null));
    }

    private void meterValues(Evse evse) {
        var measurands = station.model().members("AlignedDataCtrlr", "Measurands");
        var values =
                station.locked(
                        () -> evse.state().readings().read(ReadingContextEnum.TRIGGER, measurands));
        if (values != null) {
            station.call(new MeterValuesRequest(evse.id(), values, null));
        }
    }

    private Reply status(@Nullable EVSE where) {
        var connectorId = where == null ? null : where.connectorId();
        var evses = evses(where);
        if (connectorId == null
                || evses.isEmpty()
                || !evses.getFirst().state().connectors().has(connectorId)) { // F06.FR.12
            return answer(TriggerMessageStatusEnum.REJECTED);
        }
        var evse = evses.getFirst();
        return accept(() ->
                station.call(
                        station.availability()
                                .statusNotification(
                                        evse.id(), connectorId, evse.availability(connectorId))));
    }

    private Reply transactionEvents(List<Evse> evses) {
        var running = evses.stream().filter(Evse::hasTransaction).toList();
        return running.isEmpty()
                ? answer(TriggerMessageStatusEnum.REJECTED)
                : accept(() ->
                        running.forEach(evse ->
                                evse.state()
                                        .readings()
                                        .send( // F06.FR.07
                                                TriggerReasonEnum.TRIGGER,
                                                ReadingContextEnum.TRIGGER)));
    }
}
