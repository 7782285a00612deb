/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetBaseReportResponse;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetReportResponse;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.simulator.Answers.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the CSMS asks about the device model (B05 to B08). */
final class ModelAnswers {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);

    private final Station station;

    ModelAnswers(Station station) {
        this.station = station;
    }

    Response get(GetVariablesRequest request) {
        limit(request, request.getVariableData().size()); // B06.FR.16, B06.FR.17
        var results = request.getVariableData().stream().map(station.model()::answer).toList();
        return new GetVariablesResponse(results, null); // B06.FR.01
    }

    Reply set(SetVariablesRequest request) {
        limit(request, request.setVariableData().size());
        var results = request.setVariableData().stream().map(this::carryOut).toList();
        var heartbeat =
                request.setVariableData().stream()
                        .anyMatch(data -> data.variable().name().equals("HeartbeatInterval"));
        Runnable restart = () -> station.registration().heartbeats().start();
        var password = newPassword(request.setVariableData(), results);
        Runnable reconnect =
                () -> {
                    station.security().password(password);
                    station.link().networks().forgetPasswords(); // B09.FR.27
                    station.link().reconnect("new password"); // A01
                };
        return new Reply(
                new SetVariablesResponse(results, null), // B05.FR.01
                password != null ? reconnect : heartbeat && station.online() ? restart : null);
    }

    private SetVariableResult carryOut(SetVariableData data) {
        var objection =
                switch (data.variable().name()) {
                    case "NetworkConfigurationPriority" ->
                            station.link().networks().objection(data.attributeValue());
                    default -> station.link().networks().objection(data.component());
                };
        return objection == null
                ? station.model().carryOut(data)
                : new SetVariableResult(
                        data.attributeType(),
                        SetVariableStatusEnum.REJECTED,
                        new StatusInfo("InvalidNetworkConf", objection, null),
                        data.component(),
                        data.variable(),
                        null);
    }

    private static @Nullable String newPassword(
            List<SetVariableData> data, List<SetVariableResult> results) {
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).variable().name().equals("BasicAuthPassword")
                    && data.get(i).component().name().equals("SecurityCtrlr")
                    && results.get(i).attributeStatus() == SetVariableStatusEnum.ACCEPTED) {
                return data.get(i).attributeValue();
            }
        }
        return null;
    }

    private void limit(Request<?> request, int items) {
        var action = Action.ofRequest(request.getClass()).wireName();
        var model = station.model();
        var most = Integer.parseInt(model.get("DeviceDataCtrlr", "ItemsPerMessage", action));
        if (items > most) {
            throw new OcppException(
                    OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                    "more than " + most + " items in one " + action);
        }
        var bytes = Integer.parseInt(model.get("DeviceDataCtrlr", "BytesPerMessage", action));
        if (CODEC.writePayload(request).length > bytes) {
            throw new OcppException(
                    OcppErrorCode.FORMAT_VIOLATION,
                    "more than " + bytes + " bytes in one " + action);
        }
    }

    Reply report(GetBaseReportRequest request) {
        var lines = station.model().report(request.reportBase());
        return new Reply(
                new GetBaseReportResponse(
                        GenericDeviceModelStatusEnum.ACCEPTED, null, null), // B07.FR.01
                () -> send(request.requestId(), lines));
    }

    Reply report(GetReportRequest request) {
        var wanted = request.componentVariable();
        limit(request, wanted == null ? 0 : wanted.size()); // B08.FR.17, B08.FR.18
        var lines = station.model().report(request.componentCriteria(), wanted);
        return lines.isEmpty()
                ? Reply.of(answer(GenericDeviceModelStatusEnum.EMPTY_RESULT_SET)) // B08.FR.15
                : new Reply(
                        answer(GenericDeviceModelStatusEnum.ACCEPTED), // B08.FR.01
                        () -> send(request.requestId(), lines));
    }

    private static Response answer(GenericDeviceModelStatusEnum status) {
        return new GetReportResponse(status, null, null);
    }

    private void send(int requestId, List<ReportData> lines) {
        int most = station.settings().reportLinesPerMessage();
        for (int seqNo = 0; seqNo * most < lines.size(); seqNo++) { // B07.FR.10
            int end = Math.min(lines.size(), (seqNo + 1) * most);
            station.call(
                    new NotifyReportRequest(
                            requestId, // B07.FR.04
                            station.now(),
                            lines.subList(seqNo * most, end),
                            end < lines.size(),
                            seqNo,
                            null));
        }
    }
}
