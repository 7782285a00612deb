/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static io.ohmnibus.ocpp.Block.A;
import static io.ohmnibus.ocpp.Block.B;
import static io.ohmnibus.ocpp.Block.C;
import static io.ohmnibus.ocpp.Block.D;
import static io.ohmnibus.ocpp.Block.E;
import static io.ohmnibus.ocpp.Block.F;
import static io.ohmnibus.ocpp.Block.G;
import static io.ohmnibus.ocpp.Block.H;
import static io.ohmnibus.ocpp.Block.I;
import static io.ohmnibus.ocpp.Block.J;
import static io.ohmnibus.ocpp.Block.K;
import static io.ohmnibus.ocpp.Block.L;
import static io.ohmnibus.ocpp.Block.M;
import static io.ohmnibus.ocpp.Block.N;
import static io.ohmnibus.ocpp.Block.O;
import static io.ohmnibus.ocpp.Block.P;
import static io.ohmnibus.ocpp.Block.Q;
import static io.ohmnibus.ocpp.Block.R;
import static io.ohmnibus.ocpp.Block.S;
import static io.ohmnibus.ocpp.Direction.BOTH;
import static io.ohmnibus.ocpp.Direction.TO_CSMS;
import static io.ohmnibus.ocpp.Direction.TO_STATION;

import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.message.*;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of the 91 actions, one line each: the block that owns it, who sends it, its payload.
 *
 * <p>The owning block is the one whose service answers the action, or sends it by default. What else is known about an
 * action (wire name, kind, response, first version) is read off its payload's record. Settlements and web payments
 * are used by block C but owned by {@link Block#I}, where money is accounted for.
 */
public enum Action {
    ADJUST_PERIODIC_EVENT_STREAM(N, TO_STATION, AdjustPeriodicEventStreamRequest.class),
    AFRR_SIGNAL(Q, TO_STATION, AFRRSignalRequest.class),
    AUTHORIZE(C, TO_CSMS, AuthorizeRequest.class),
    BATTERY_SWAP(S, TO_CSMS, BatterySwapRequest.class),
    BOOT_NOTIFICATION(B, TO_CSMS, BootNotificationRequest.class),
    CANCEL_RESERVATION(H, TO_STATION, CancelReservationRequest.class),
    CERTIFICATE_SIGNED(A, TO_STATION, CertificateSignedRequest.class),
    CHANGE_AVAILABILITY(G, TO_STATION, ChangeAvailabilityRequest.class),
    CHANGE_TRANSACTION_TARIFF(I, TO_STATION, ChangeTransactionTariffRequest.class),
    CLEARED_CHARGING_LIMIT(K, TO_CSMS, ClearedChargingLimitRequest.class),
    CLEAR_CACHE(C, TO_STATION, ClearCacheRequest.class),
    CLEAR_CHARGING_PROFILE(K, TO_STATION, ClearChargingProfileRequest.class),
    CLEAR_DER_CONTROL(R, TO_STATION, ClearDERControlRequest.class),
    CLEAR_DISPLAY_MESSAGE(O, TO_STATION, ClearDisplayMessageRequest.class),
    CLEAR_TARIFFS(I, TO_STATION, ClearTariffsRequest.class),
    CLEAR_VARIABLE_MONITORING(N, TO_STATION, ClearVariableMonitoringRequest.class),
    CLOSE_PERIODIC_EVENT_STREAM(N, TO_CSMS, ClosePeriodicEventStreamRequest.class),
    COST_UPDATED(I, TO_STATION, CostUpdatedRequest.class),
    CUSTOMER_INFORMATION(N, TO_STATION, CustomerInformationRequest.class),
    DATA_TRANSFER(P, BOTH, DataTransferRequest.class),
    DELETE_CERTIFICATE(M, TO_STATION, DeleteCertificateRequest.class),
    FIRMWARE_STATUS_NOTIFICATION(L, TO_CSMS, FirmwareStatusNotificationRequest.class),
    GET_15118_EV_CERTIFICATE(M, TO_CSMS, Get15118EVCertificateRequest.class),
    GET_BASE_REPORT(B, TO_STATION, GetBaseReportRequest.class),
    GET_CERTIFICATE_CHAIN_STATUS(M, TO_CSMS, GetCertificateChainStatusRequest.class),
    GET_CERTIFICATE_STATUS(M, TO_CSMS, GetCertificateStatusRequest.class),
    GET_CHARGING_PROFILES(K, TO_STATION, GetChargingProfilesRequest.class),
    GET_COMPOSITE_SCHEDULE(K, TO_STATION, GetCompositeScheduleRequest.class),
    GET_DER_CONTROL(R, TO_STATION, GetDERControlRequest.class),
    GET_DISPLAY_MESSAGES(O, TO_STATION, GetDisplayMessagesRequest.class),
    GET_INSTALLED_CERTIFICATE_IDS(M, TO_STATION, GetInstalledCertificateIdsRequest.class),
    GET_LOCAL_LIST_VERSION(D, TO_STATION, GetLocalListVersionRequest.class),
    GET_LOG(N, TO_STATION, GetLogRequest.class),
    GET_MONITORING_REPORT(N, TO_STATION, GetMonitoringReportRequest.class),
    GET_PERIODIC_EVENT_STREAM(N, TO_STATION, GetPeriodicEventStreamRequest.class),
    GET_REPORT(B, TO_STATION, GetReportRequest.class),
    GET_TARIFFS(I, TO_STATION, GetTariffsRequest.class),
    GET_TRANSACTION_STATUS(E, TO_STATION, GetTransactionStatusRequest.class),
    GET_VARIABLES(B, TO_STATION, GetVariablesRequest.class),
    HEARTBEAT(B, TO_CSMS, HeartbeatRequest.class),
    INSTALL_CERTIFICATE(M, TO_STATION, InstallCertificateRequest.class),
    LOG_STATUS_NOTIFICATION(N, TO_CSMS, LogStatusNotificationRequest.class),
    METER_VALUES(J, TO_CSMS, MeterValuesRequest.class),
    NOTIFY_ALLOWED_ENERGY_TRANSFER(Q, TO_STATION, NotifyAllowedEnergyTransferRequest.class),
    NOTIFY_CHARGING_LIMIT(K, TO_CSMS, NotifyChargingLimitRequest.class),
    NOTIFY_CUSTOMER_INFORMATION(N, TO_CSMS, NotifyCustomerInformationRequest.class),
    NOTIFY_DER_ALARM(R, TO_CSMS, NotifyDERAlarmRequest.class),
    NOTIFY_DER_START_STOP(R, TO_CSMS, NotifyDERStartStopRequest.class),
    NOTIFY_DISPLAY_MESSAGES(O, TO_CSMS, NotifyDisplayMessagesRequest.class),
    NOTIFY_EVENT(N, TO_CSMS, NotifyEventRequest.class),
    NOTIFY_EV_CHARGING_NEEDS(K, TO_CSMS, NotifyEVChargingNeedsRequest.class),
    NOTIFY_EV_CHARGING_SCHEDULE(K, TO_CSMS, NotifyEVChargingScheduleRequest.class),
    NOTIFY_MONITORING_REPORT(N, TO_CSMS, NotifyMonitoringReportRequest.class),
    NOTIFY_PERIODIC_EVENT_STREAM(N, TO_CSMS, NotifyPeriodicEventStream.class),
    NOTIFY_PRIORITY_CHARGING(K, TO_CSMS, NotifyPriorityChargingRequest.class),
    NOTIFY_REPORT(B, TO_CSMS, NotifyReportRequest.class),
    NOTIFY_SETTLEMENT(I, TO_CSMS, NotifySettlementRequest.class),
    NOTIFY_WEB_PAYMENT_STARTED(I, TO_STATION, NotifyWebPaymentStartedRequest.class),
    OPEN_PERIODIC_EVENT_STREAM(N, TO_CSMS, OpenPeriodicEventStreamRequest.class),
    PUBLISH_FIRMWARE(L, TO_STATION, PublishFirmwareRequest.class),
    PUBLISH_FIRMWARE_STATUS_NOTIFICATION(L, TO_CSMS, PublishFirmwareStatusNotificationRequest.class),
    PULL_DYNAMIC_SCHEDULE_UPDATE(K, TO_CSMS, PullDynamicScheduleUpdateRequest.class),
    REPORT_CHARGING_PROFILES(K, TO_CSMS, ReportChargingProfilesRequest.class),
    REPORT_DER_CONTROL(R, TO_CSMS, ReportDERControlRequest.class),
    REQUEST_BATTERY_SWAP(S, TO_STATION, RequestBatterySwapRequest.class),
    REQUEST_START_TRANSACTION(F, TO_STATION, RequestStartTransactionRequest.class),
    REQUEST_STOP_TRANSACTION(F, TO_STATION, RequestStopTransactionRequest.class),
    RESERVATION_STATUS_UPDATE(H, TO_CSMS, ReservationStatusUpdateRequest.class),
    RESERVE_NOW(H, TO_STATION, ReserveNowRequest.class),
    RESET(B, TO_STATION, ResetRequest.class),
    SECURITY_EVENT_NOTIFICATION(A, TO_CSMS, SecurityEventNotificationRequest.class),
    SEND_LOCAL_LIST(D, TO_STATION, SendLocalListRequest.class),
    SET_CHARGING_PROFILE(K, TO_STATION, SetChargingProfileRequest.class),
    SET_DEFAULT_TARIFF(I, TO_STATION, SetDefaultTariffRequest.class),
    SET_DER_CONTROL(R, TO_STATION, SetDERControlRequest.class),
    SET_DISPLAY_MESSAGE(O, TO_STATION, SetDisplayMessageRequest.class),
    SET_MONITORING_BASE(N, TO_STATION, SetMonitoringBaseRequest.class),
    SET_MONITORING_LEVEL(N, TO_STATION, SetMonitoringLevelRequest.class),
    SET_NETWORK_PROFILE(B, TO_STATION, SetNetworkProfileRequest.class),
    SET_VARIABLES(B, TO_STATION, SetVariablesRequest.class),
    SET_VARIABLE_MONITORING(N, TO_STATION, SetVariableMonitoringRequest.class),
    SIGN_CERTIFICATE(A, TO_CSMS, SignCertificateRequest.class),
    STATUS_NOTIFICATION(G, TO_CSMS, StatusNotificationRequest.class),
    TRANSACTION_EVENT(E, TO_CSMS, TransactionEventRequest.class),
    TRIGGER_MESSAGE(F, TO_STATION, TriggerMessageRequest.class),
    UNLOCK_CONNECTOR(F, TO_STATION, UnlockConnectorRequest.class),
    UNPUBLISH_FIRMWARE(L, TO_STATION, UnpublishFirmwareRequest.class),
    UPDATE_DYNAMIC_SCHEDULE(K, TO_STATION, UpdateDynamicScheduleRequest.class),
    UPDATE_FIRMWARE(L, TO_STATION, UpdateFirmwareRequest.class),
    USE_PRIORITY_CHARGING(K, TO_STATION, UsePriorityChargingRequest.class),
    VAT_NUMBER_VALIDATION(I, TO_CSMS, VatNumberValidationRequest.class);

    private static final Map<String, Action> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Action::wireName, Function.identity()));
    private static final Map<Class<?>, Action> BY_REQUEST =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Action::requestType, Function.identity()));

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
        this.responseType = responseTo(requestType);
        this.wireName = withoutSuffix(requestType.getSimpleName());
        var first = requestType.getAnnotation(Since.class);
        this.since = first == null ? OcppVersion.V2_0_1 : first.value();
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
            throw new IllegalArgumentException(requestType.getName() + " is the request of no action");
        }
        return action;
    }

    private static String withoutSuffix(String name) {
        return name.endsWith("Request") ? name.substring(0, name.length() - "Request".length()) : name;
    }

    private static @Nullable Class<? extends Response> responseTo(Class<? extends Message> requestType) {
        return Arrays.stream(requestType.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .map(type -> ((Class<?>) type).<Response>asSubclass(Response.class))
                .findFirst()
                .orElse(null);
    }
}
