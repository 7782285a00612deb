/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetReportResponse;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.message.UnpublishFirmwareRequest;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelTest {

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_0_1);
    private final Station station =
            Station.builder("CS001").version(OcppVersion.V2_0_1).url(csms.url()).build();

    @BeforeEach
    void boots() {
        station.connect();
        station.boot(BootReasonEnum.POWER_UP);
    }

    @AfterEach
    void everyFrameWasValid() {
        station.close();
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private static Component component(String name) {
        return new Component(null, name, null, null);
    }

    private static Variable variable(String name) {
        return new Variable(name, null, null);
    }

    @Test
    void answersEachQuestionWithAValueOrTheReasonForNone() {
        var connector = new Component(new EVSE(1, 1, null), "Connector", null, null);
        var questions =
                List.of(
                        question(connector, "AvailabilityState", null),
                        question(component("Fountain"), "Height", null),
                        question(component("TxCtrlr"), "Height", null),
                        question(component("TxCtrlr"), "TxStopPoint", AttributeEnum.TARGET),
                        question(component("SecurityCtrlr"), "BasicAuthPassword", null));
        var results =
                csms.call(new GetVariablesRequest(questions, null), GetVariablesResponse.class)
                        .getVariableResult();
        assertThat(results)
                .extracting(GetVariableResult::attributeStatus)
                .containsExactly(
                        GetVariableStatusEnum.ACCEPTED,
                        GetVariableStatusEnum.UNKNOWN_COMPONENT,
                        GetVariableStatusEnum.UNKNOWN_VARIABLE,
                        GetVariableStatusEnum.NOT_SUPPORTED_ATTRIBUTE_TYPE,
                        GetVariableStatusEnum.REJECTED);
        assertThat(results.getFirst().attributeValue()).isEqualTo("Available");
        assertThat(results.getFirst().attributeType()).isEqualTo(AttributeEnum.ACTUAL);
    }

    private static GetVariableData question(
            Component component, String variable, @Nullable AttributeEnum type) {
        return new GetVariableData(type, component, variable(variable), null);
    }

    @Test
    void takesOnlyValuesThatFit() {
        var orders =
                List.of(
                        order("TxCtrlr", "EVConnectionTimeOut", "90"),
                        order("TxCtrlr", "EVConnectionTimeOut", "soon"),
                        order("TxCtrlr", "TxStopPoint", "EVConnected,Teatime"),
                        order("ClockCtrlr", "DateTime", "2026-01-01T00:00:00Z"));
        var results =
                csms.call(new SetVariablesRequest(orders, null), SetVariablesResponse.class)
                        .setVariableResult();
        assertThat(results)
                .extracting(SetVariableResult::attributeStatus)
                .containsExactly(
                        SetVariableStatusEnum.ACCEPTED,
                        SetVariableStatusEnum.REJECTED,
                        SetVariableStatusEnum.REJECTED,
                        SetVariableStatusEnum.REJECTED);
        assertThat(station.model().integer("TxCtrlr", "EVConnectionTimeOut")).isEqualTo(90);
    }

    private static SetVariableData order(String component, String variable, String value) {
        return new SetVariableData(null, value, component(component), variable(variable), null);
    }

    @Test
    void someValuesWaitForAReboot() {
        var order = order("ClockCtrlr", "TimeZone", "Europe/Berlin");
        assertThat(set(order).attributeStatus()).isEqualTo(SetVariableStatusEnum.REBOOT_REQUIRED);
        set(order("TxCtrlr", "EVConnectionTimeOut", "77"));
        assertThat(station.model().get("ClockCtrlr", "TimeZone")).isEqualTo("Etc/UTC");
        station.model().reboot();
        assertThat(station.model().get("ClockCtrlr", "TimeZone")).isEqualTo("Europe/Berlin");
        assertThat(station.model().integer("TxCtrlr", "EVConnectionTimeOut")).isEqualTo(77);

        station.model().forgetful(true);
        station.model().reboot();
        assertThat(station.model().integer("TxCtrlr", "EVConnectionTimeOut")).isEqualTo(120);
    }

    private SetVariableResult set(SetVariableData order) {
        return csms.call(new SetVariablesRequest(List.of(order), null), SetVariablesResponse.class)
                .setVariableResult()
                .getFirst();
    }

    @Test
    void refusesMoreBytesThanItTakes() {
        station.model().set("DeviceDataCtrlr", "BytesPerMessage", "SetVariables", "100");
        var long64 = order("SecurityCtrlr", "OrganizationName", "x".repeat(64));
        assertThat(csms.ask(new SetVariablesRequest(List.of(long64), null)))
                .isInstanceOfSatisfying(
                        Frame.CallError.class,
                        e ->
                                assertThat(e.error().code())
                                        .isEqualTo(OcppErrorCode.FORMAT_VIOLATION));
    }

    @Test
    void aConfigurationSlotIsAnInstanceOfAComponent() {
        var slot = new Component(null, "NetworkConfiguration", "2", null);
        var url =
                new SetVariableData(
                        null, "ws://other.example/ocpp", slot, variable("OcppCsmsUrl"), null);
        assertThat(set(url).attributeStatus()).isEqualTo(SetVariableStatusEnum.ACCEPTED);
        var used =
                new SetVariableData(
                        null,
                        "ws://other.example/ocpp",
                        new Component(null, "NetworkConfiguration", "1", null),
                        variable("OcppCsmsUrl"),
                        null);
        assertThat(set(used).attributeStatus()).isEqualTo(SetVariableStatusEnum.REJECTED);

        var wanted = new ComponentVariable(slot, variable("OcppCsmsUrl"), null);
        csms.call(new GetReportRequest(List.of(wanted), 1, null, null), GetReportResponse.class);
        station.settle();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !csms.requests(NotifyReportRequest.class).isEmpty());
        var reported = csms.requests(NotifyReportRequest.class).getLast().reportData();
        assertThat(reported).hasSize(1);
        assertThat(reported.getFirst().variableAttribute().getFirst().value())
                .isEqualTo("ws://other.example/ocpp");
    }

    @Test
    void saysWhenNothingFitsAReport() {
        var wanted = new ComponentVariable(component("Fountain"), null, null);
        var answer =
                csms.call(
                        new GetReportRequest(List.of(wanted), 1, null, null),
                        GetReportResponse.class);
        assertThat(answer.status()).isEqualTo(GenericDeviceModelStatusEnum.EMPTY_RESULT_SET);
    }

    @Test
    void knowsNoVendorAndRefusesWhatItDoesNotSupport() {
        var transfer = new DataTransferRequest(null, null, "org.example", null);
        assertThat(csms.call(transfer, DataTransferResponse.class).status())
                .isEqualTo(DataTransferStatusEnum.UNKNOWN_VENDOR_ID);
        assertThat(csms.ask(new UnpublishFirmwareRequest("1234", null)))
                .isInstanceOfSatisfying(
                        Frame.CallError.class,
                        e -> assertThat(e.error().code()).isEqualTo(OcppErrorCode.NOT_SUPPORTED));
    }

    @Test
    void reportsALockThatFails() {
        station.evse(1).lockFails();
        var event = csms.requests(NotifyEventRequest.class).getLast().eventData().getFirst();
        assertThat(event.component().name()).isEqualTo("ConnectorPlugRetentionLock");
        assertThat(event.actualValue()).isEqualTo("true");
    }
}
