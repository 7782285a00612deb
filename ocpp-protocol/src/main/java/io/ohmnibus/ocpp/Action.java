/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static io.ohmnibus.ocpp.Direction.BOTH;
import static io.ohmnibus.ocpp.Direction.TO_CSMS;
import static io.ohmnibus.ocpp.Direction.TO_STATION;

import io.ohmnibus.ocpp.message.AFRRSignalRequest;
import io.ohmnibus.ocpp.message.AdjustPeriodicEventStreamRequest;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.BatterySwapRequest;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ChangeTransactionTariffRequest;
import io.ohmnibus.ocpp.message.ClearCacheRequest;
import io.ohmnibus.ocpp.message.ClearChargingProfileRequest;
import io.ohmnibus.ocpp.message.ClearDERControlRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearTariffsRequest;
import io.ohmnibus.ocpp.message.ClearVariableMonitoringRequest;
import io.ohmnibus.ocpp.message.ClearedChargingLimitRequest;
import io.ohmnibus.ocpp.message.ClosePeriodicEventStreamRequest;
import io.ohmnibus.ocpp.message.CostUpdatedRequest;
import io.ohmnibus.ocpp.message.CustomerInformationRequest;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DeleteCertificateRequest;
import io.ohmnibus.ocpp.message.FirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.message.Get15118EVCertificateRequest;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetCertificateChainStatusRequest;
import io.ohmnibus.ocpp.message.GetCertificateStatusRequest;
import io.ohmnibus.ocpp.message.GetChargingProfilesRequest;
import io.ohmnibus.ocpp.message.GetCompositeScheduleRequest;
import io.ohmnibus.ocpp.message.GetDERControlRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetInstalledCertificateIdsRequest;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.GetLogRequest;
import io.ohmnibus.ocpp.message.GetMonitoringReportRequest;
import io.ohmnibus.ocpp.message.GetPeriodicEventStreamRequest;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetTariffsRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.LogStatusNotificationRequest;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.NotifyAllowedEnergyTransferRequest;
import io.ohmnibus.ocpp.message.NotifyChargingLimitRequest;
import io.ohmnibus.ocpp.message.NotifyCustomerInformationRequest;
import io.ohmnibus.ocpp.message.NotifyDERAlarmRequest;
import io.ohmnibus.ocpp.message.NotifyDERStartStopRequest;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.NotifyEVChargingNeedsRequest;
import io.ohmnibus.ocpp.message.NotifyEVChargingScheduleRequest;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.NotifyMonitoringReportRequest;
import io.ohmnibus.ocpp.message.NotifyPeriodicEventStream;
import io.ohmnibus.ocpp.message.NotifyPriorityChargingRequest;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.NotifySettlementRequest;
import io.ohmnibus.ocpp.message.NotifyWebPaymentStartedRequest;
import io.ohmnibus.ocpp.message.OpenPeriodicEventStreamRequest;
import io.ohmnibus.ocpp.message.PublishFirmwareRequest;
import io.ohmnibus.ocpp.message.PublishFirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.message.PullDynamicScheduleUpdateRequest;
import io.ohmnibus.ocpp.message.ReportChargingProfilesRequest;
import io.ohmnibus.ocpp.message.ReportDERControlRequest;
import io.ohmnibus.ocpp.message.RequestBatterySwapRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateRequest;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SetChargingProfileRequest;
import io.ohmnibus.ocpp.message.SetDERControlRequest;
import io.ohmnibus.ocpp.message.SetDefaultTariffRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetMonitoringBaseRequest;
import io.ohmnibus.ocpp.message.SetMonitoringLevelRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetVariableMonitoringRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.message.UnpublishFirmwareRequest;
import io.ohmnibus.ocpp.message.UpdateDynamicScheduleRequest;
import io.ohmnibus.ocpp.message.UpdateFirmwareRequest;
import io.ohmnibus.ocpp.message.UsePriorityChargingRequest;
import io.ohmnibus.ocpp.message.VatNumberValidationRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of the 91 actions, one line each: the block that owns it, who sends it, its
 * payload.
 *
 * <p>The owning block is the one whose service answers the action, or sends it by default. What
 * else is known about an action (wire name, kind, response, first version) is read off its
 * payload's record. Settlements and web payments are used by block C but owned by {@link Block#I},
 * where money is accounted for.
 */
public enum Action {
    ADJUST_PERIODIC_EVENT_STREAM(Block.N, TO_STATION, AdjustPeriodicEventStreamRequest.class),
    AFRR_SIGNAL(Block.Q, TO_STATION, AFRRSignalRequest.class),
    AUTHORIZE(Block.C, TO_CSMS, AuthorizeRequest.class),
    BATTERY_SWAP(Block.S, TO_CSMS, BatterySwapRequest.class),
    BOOT_NOTIFICATION(Block.B, TO_CSMS, BootNotificationRequest.class),
    CANCEL_RESERVATION(Block.H, TO_STATION, CancelReservationRequest.class),
    CERTIFICATE_SIGNED(Block.A, TO_STATION, CertificateSignedRequest.class),
    CHANGE_AVAILABILITY(Block.G, TO_STATION, ChangeAvailabilityRequest.class),
    CHANGE_TRANSACTION_TARIFF(Block.I, TO_STATION, ChangeTransactionTariffRequest.class),
    CLEARED_CHARGING_LIMIT(Block.K, TO_CSMS, ClearedChargingLimitRequest.class),
    CLEAR_CACHE(Block.C, TO_STATION, ClearCacheRequest.class),
    CLEAR_CHARGING_PROFILE(Block.K, TO_STATION, ClearChargingProfileRequest.class),
    CLEAR_DER_CONTROL(Block.R, TO_STATION, ClearDERControlRequest.class),
    CLEAR_DISPLAY_MESSAGE(Block.O, TO_STATION, ClearDisplayMessageRequest.class),
    CLEAR_TARIFFS(Block.I, TO_STATION, ClearTariffsRequest.class),
    CLEAR_VARIABLE_MONITORING(Block.N, TO_STATION, ClearVariableMonitoringRequest.class),
    CLOSE_PERIODIC_EVENT_STREAM(Block.N, TO_CSMS, ClosePeriodicEventStreamRequest.class),
    COST_UPDATED(Block.I, TO_STATION, CostUpdatedRequest.class),
    CUSTOMER_INFORMATION(Block.N, TO_STATION, CustomerInformationRequest.class),
    DATA_TRANSFER(Block.P, BOTH, DataTransferRequest.class),
    DELETE_CERTIFICATE(Block.M, TO_STATION, DeleteCertificateRequest.class),
    FIRMWARE_STATUS_NOTIFICATION(Block.L, TO_CSMS, FirmwareStatusNotificationRequest.class),
    GET_15118_EV_CERTIFICATE(Block.M, TO_CSMS, Get15118EVCertificateRequest.class),
    GET_BASE_REPORT(Block.B, TO_STATION, GetBaseReportRequest.class),
    GET_CERTIFICATE_CHAIN_STATUS(Block.M, TO_CSMS, GetCertificateChainStatusRequest.class),
    GET_CERTIFICATE_STATUS(Block.M, TO_CSMS, GetCertificateStatusRequest.class),
    GET_CHARGING_PROFILES(Block.K, TO_STATION, GetChargingProfilesRequest.class),
    GET_COMPOSITE_SCHEDULE(Block.K, TO_STATION, GetCompositeScheduleRequest.class),
    GET_DER_CONTROL(Block.R, TO_STATION, GetDERControlRequest.class),
    GET_DISPLAY_MESSAGES(Block.O, TO_STATION, GetDisplayMessagesRequest.class),
    GET_INSTALLED_CERTIFICATE_IDS(Block.M, TO_STATION, GetInstalledCertificateIdsRequest.class),
    GET_LOCAL_LIST_VERSION(Block.D, TO_STATION, GetLocalListVersionRequest.class),
    GET_LOG(Block.N, TO_STATION, GetLogRequest.class),
    GET_MONITORING_REPORT(Block.N, TO_STATION, GetMonitoringReportRequest.class),
    GET_PERIODIC_EVENT_STREAM(Block.N, TO_STATION, GetPeriodicEventStreamRequest.class),
    GET_REPORT(Block.B, TO_STATION, GetReportRequest.class),
    GET_TARIFFS(Block.I, TO_STATION, GetTariffsRequest.class),
    GET_TRANSACTION_STATUS(Block.E, TO_STATION, GetTransactionStatusRequest.class),
    GET_VARIABLES(Block.B, TO_STATION, GetVariablesRequest.class),
    HEARTBEAT(Block.B, TO_CSMS, HeartbeatRequest.class),
    INSTALL_CERTIFICATE(Block.M, TO_STATION, InstallCertificateRequest.class),
    LOG_STATUS_NOTIFICATION(Block.N, TO_CSMS, LogStatusNotificationRequest.class),
    METER_VALUES(Block.J, TO_CSMS, MeterValuesRequest.class),
    NOTIFY_ALLOWED_ENERGY_TRANSFER(Block.Q, TO_STATION, NotifyAllowedEnergyTransferRequest.class),
    NOTIFY_CHARGING_LIMIT(Block.K, TO_CSMS, NotifyChargingLimitRequest.class),
    NOTIFY_CUSTOMER_INFORMATION(Block.N, TO_CSMS, NotifyCustomerInformationRequest.class),
    NOTIFY_DER_ALARM(Block.R, TO_CSMS, NotifyDERAlarmRequest.class),
    NOTIFY_DER_START_STOP(Block.R, TO_CSMS, NotifyDERStartStopRequest.class),
    NOTIFY_DISPLAY_MESSAGES(Block.O, TO_CSMS, NotifyDisplayMessagesRequest.class),
    NOTIFY_EVENT(Block.N, TO_CSMS, NotifyEventRequest.class),
    NOTIFY_EV_CHARGING_NEEDS(Block.K, TO_CSMS, NotifyEVChargingNeedsRequest.class),
    NOTIFY_EV_CHARGING_SCHEDULE(Block.K, TO_CSMS, NotifyEVChargingScheduleRequest.class),
    NOTIFY_MONITORING_REPORT(Block.N, TO_CSMS, NotifyMonitoringReportRequest.class),
    NOTIFY_PERIODIC_EVENT_STREAM(Block.N, TO_CSMS, NotifyPeriodicEventStream.class),
    NOTIFY_PRIORITY_CHARGING(Block.K, TO_CSMS, NotifyPriorityChargingRequest.class),
    NOTIFY_REPORT(Block.B, TO_CSMS, NotifyReportRequest.class),
    NOTIFY_SETTLEMENT(Block.I, TO_CSMS, NotifySettlementRequest.class),
    NOTIFY_WEB_PAYMENT_STARTED(Block.I, TO_STATION, NotifyWebPaymentStartedRequest.class),
    OPEN_PERIODIC_EVENT_STREAM(Block.N, TO_CSMS, OpenPeriodicEventStreamRequest.class),
    PUBLISH_FIRMWARE(Block.L, TO_STATION, PublishFirmwareRequest.class),
    PUBLISH_FIRMWARE_STATUS_NOTIFICATION(
            Block.L, TO_CSMS, PublishFirmwareStatusNotificationRequest.class),
    PULL_DYNAMIC_SCHEDULE_UPDATE(Block.K, TO_CSMS, PullDynamicScheduleUpdateRequest.class),
    REPORT_CHARGING_PROFILES(Block.K, TO_CSMS, ReportChargingProfilesRequest.class),
    REPORT_DER_CONTROL(Block.R, TO_CSMS, ReportDERControlRequest.class),
    REQUEST_BATTERY_SWAP(Block.S, TO_STATION, RequestBatterySwapRequest.class),
    REQUEST_START_TRANSACTION(Block.F, TO_STATION, RequestStartTransactionRequest.class),
    REQUEST_STOP_TRANSACTION(Block.F, TO_STATION, RequestStopTransactionRequest.class),
    RESERVATION_STATUS_UPDATE(Block.H, TO_CSMS, ReservationStatusUpdateRequest.class),
    RESERVE_NOW(Block.H, TO_STATION, ReserveNowRequest.class),
    RESET(Block.B, TO_STATION, ResetRequest.class),
    SECURITY_EVENT_NOTIFICATION(Block.A, TO_CSMS, SecurityEventNotificationRequest.class),
    SEND_LOCAL_LIST(Block.D, TO_STATION, SendLocalListRequest.class),
    SET_CHARGING_PROFILE(Block.K, TO_STATION, SetChargingProfileRequest.class),
    SET_DEFAULT_TARIFF(Block.I, TO_STATION, SetDefaultTariffRequest.class),
    SET_DER_CONTROL(Block.R, TO_STATION, SetDERControlRequest.class),
    SET_DISPLAY_MESSAGE(Block.O, TO_STATION, SetDisplayMessageRequest.class),
    SET_MONITORING_BASE(Block.N, TO_STATION, SetMonitoringBaseRequest.class),
    SET_MONITORING_LEVEL(Block.N, TO_STATION, SetMonitoringLevelRequest.class),
    SET_NETWORK_PROFILE(Block.B, TO_STATION, SetNetworkProfileRequest.class),
    SET_VARIABLES(Block.B, TO_STATION, SetVariablesRequest.class),
    SET_VARIABLE_MONITORING(Block.N, TO_STATION, SetVariableMonitoringRequest.class),
    SIGN_CERTIFICATE(Block.A, TO_CSMS, SignCertificateRequest.class),
    STATUS_NOTIFICATION(Block.G, TO_CSMS, StatusNotificationRequest.class),
    TRANSACTION_EVENT(Block.E, TO_CSMS, TransactionEventRequest.class),
    TRIGGER_MESSAGE(Block.F, TO_STATION, TriggerMessageRequest.class),
    UNLOCK_CONNECTOR(Block.F, TO_STATION, UnlockConnectorRequest.class),
    UNPUBLISH_FIRMWARE(Block.L, TO_STATION, UnpublishFirmwareRequest.class),
    UPDATE_DYNAMIC_SCHEDULE(Block.K, TO_STATION, UpdateDynamicScheduleRequest.class),
    UPDATE_FIRMWARE(Block.L, TO_STATION, UpdateFirmwareRequest.class),
    USE_PRIORITY_CHARGING(Block.K, TO_STATION, UsePriorityChargingRequest.class),
    VAT_NUMBER_VALIDATION(Block.I, TO_CSMS, VatNumberValidationRequest.class);

    private static final Map<String, Action> BY_WIRE_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Action::wireName, Function.identity()));
    private static final Map<Class<?>, Action> BY_REQUEST =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(Action::requestType, Function.identity()));

    private final Block block;
    private final Direction direction;
    private final Class<? extends Message> requestType;
    private final @Nullable Class<? extends Response> responseType;
    private final String wireName;
    private final OcppVersion since;

    Action(Block block, Direction direction, Class<? extends Message> requestType) {
        this.block = block;
        this.direction = direction;
        this.requestType = requestType;
        this.responseType = Payload.response(requestType);
        this.wireName = Payload.wireName(requestType);
        this.since = Payload.since(requestType);
    }

    /** The name in CALL and SEND frames, case-sensitive. */
    public String wireName() {
        return wireName;
    }

    /** The block whose service answers this action, or sends it. */
    public Block block() {
        return block;
    }

    public Direction direction() {
        return direction;
    }

    public Kind kind() {
        return responseType == null ? Kind.SEND : Kind.CALL;
    }

    /** The payload of the CALL, a {@link Request}, or that of the SEND. */
    public Class<? extends Message> requestType() {
        return requestType;
    }

    /** The payload of the CALLRESULT; null for a SEND. */
    public @Nullable Class<? extends Response> responseType() {
        return responseType;
    }

    /** The first version that has this action. */
    public OcppVersion since() {
        return since;
    }

    public boolean knownIn(OcppVersion version) {
        return version.compareTo(since) >= 0;
    }

    /** The action of that name in any version. */
    public static Optional<Action> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }

    /**
     * The action whose CALL or SEND carries that payload.
     *
     * @throws IllegalArgumentException when no action has it
     */
    public static Action ofRequest(Class<?> requestType) {
        var action = BY_REQUEST.get(requestType);
        if (action == null) {
            throw new IllegalArgumentException(
                    requestType.getName() + " is the request of no action");
        }
        return action;
    }
}
