/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may pass before a station is accepted (Part 2, B01 to B03): its BootNotification, and while
 * it is Pending what it was asked for on this connection.
 */
final class BootGate {

    /** What the CSMS wants of a station that is not accepted yet (B02.FR.01, B05 to B08). */
    private static final Set<Action> PROVISIONING =
            EnumSet.of(
                    Action.GET_VARIABLES,
                    Action.SET_VARIABLES,
                    Action.GET_BASE_REPORT,
                    Action.GET_REPORT,
                    Action.TRIGGER_MESSAGE);

    /** What only an accepted station gets; another one would have to reject it (B02.FR.05). */
    private static final Set<Action> ACCEPTED_ONLY =
            EnumSet.of(Action.REQUEST_START_TRANSACTION, Action.REQUEST_STOP_TRANSACTION);

    /** What becomes of a command now. */
    enum Passage {
        FREE,
        /** Not now, but when the station is accepted. */
        LATER,
        NEVER
    }

    private final Supplier<Optional<RegistrationStatusEnum>> earlier;
    private final Set<Integer> reports = new HashSet<>(0);
    private final Set<Action> triggered = EnumSet.noneOf(Action.class);
    private volatile @Nullable RegistrationStatusEnum answered;

    /**
     * @param earlier how the last BootNotification before this connection was answered
     */
    BootGate(Supplier<Optional<RegistrationStatusEnum>> earlier) {
        this.earlier = earlier;
    }

    /** The status that the station knows of; null when it never booted. */
    @Nullable RegistrationStatusEnum status() {
        RegistrationStatusEnum here = answered;
        return here != null ? here : earlier.get().orElse(null);
    }

    boolean accepted() {
        return status() == RegistrationStatusEnum.ACCEPTED;
    }

    /**
     * A BootNotification was answered on this connection. A station that is Pending repeats it,
     * while what it was asked for is still on its way.
     */
    synchronized void answered(RegistrationStatusEnum status) {
        answered = status;
        if (status != RegistrationStatusEnum.PENDING) {
            reports.clear();
            triggered.clear();
        }
    }

    /** Why a message of the station must be answered with a CALLERROR; empty when it may pass. */
    Optional<OcppError> refusal(Action action, Message message) {
        if (action == Action.BOOT_NOTIFICATION) {
            return Optional.empty();
        }
        RegistrationStatusEnum status = status();
        if (status == RegistrationStatusEnum.ACCEPTED) {
            return Optional.empty();
        }
        // B01.FR.10, B02.FR.02, B02.FR.09; B03.FR.07 knows no exception
        if (status == RegistrationStatusEnum.REJECTED || !wasAskedFor(action, message)) {
            return Optional.of(
                    securityError(
                            "The station is not accepted yet: "
                                    + (status == null
                                            ? "no BootNotification"
                                            : status.wireName())));
        }
        return Optional.empty();
    }

    private synchronized boolean wasAskedFor(Action action, Message message) {
        if (message instanceof NotifyReportRequest report) {
            return reports.contains(report.requestId());
        }
        return triggered.contains(action);
    }

    /** Remembers what the station will send because of this request. */
    synchronized void asked(Request<?> request) {
        switch (request) {
            case GetBaseReportRequest report -> reports.add(report.requestId());
            case GetReportRequest report -> reports.add(report.requestId());
            case TriggerMessageRequest trigger -> triggered.addAll(of(trigger.requestedMessage()));
            default -> {}
        }
    }

    private static Set<Action> of(MessageTriggerEnum trigger) {
        return switch (trigger) {
            case BOOT_NOTIFICATION -> Set.of(Action.BOOT_NOTIFICATION);
            case LOG_STATUS_NOTIFICATION -> Set.of(Action.LOG_STATUS_NOTIFICATION);
            case FIRMWARE_STATUS_NOTIFICATION -> Set.of(Action.FIRMWARE_STATUS_NOTIFICATION);
            case HEARTBEAT -> Set.of(Action.HEARTBEAT);
            case METER_VALUES -> Set.of(Action.METER_VALUES);
            case SIGN_CHARGING_STATION_CERTIFICATE,
                    SIGN_V2G_CERTIFICATE,
                    SIGN_V2G20_CERTIFICATE,
                    SIGN_COMBINED_CERTIFICATE ->
                    Set.of(Action.SIGN_CERTIFICATE);
            case STATUS_NOTIFICATION -> Set.of(Action.STATUS_NOTIFICATION);
            case TRANSACTION_EVENT -> Set.of(Action.TRANSACTION_EVENT);
            case PUBLISH_FIRMWARE_STATUS_NOTIFICATION ->
                    Set.of(Action.PUBLISH_FIRMWARE_STATUS_NOTIFICATION);
            // The vendor decides what it is; these two can carry anything.
            case CUSTOM_TRIGGER -> Set.of(Action.DATA_TRANSFER, Action.NOTIFY_EVENT);
        };
    }

    /** Whether a command may go out. */
    Passage passage(Action action, boolean waits) {
        RegistrationStatusEnum status = status();
        if (status == RegistrationStatusEnum.ACCEPTED) {
            return Passage.FREE;
        }
        if (status == RegistrationStatusEnum.PENDING && !ACCEPTED_ONLY.contains(action)) {
            return waits && !PROVISIONING.contains(action) ? Passage.LATER : Passage.FREE;
        }
        if (status == null && action == Action.TRIGGER_MESSAGE) {
            return Passage.FREE; // how a CSMS gets a BootNotification from who sent none
        }
        return waits ? Passage.LATER : Passage.NEVER; // B02.FR.05, B03.FR.03
    }

    /** Why a command does not go out. */
    OcppError closed() {
        RegistrationStatusEnum status = status();
        return securityError(
                status == null
                        ? "The station has not sent a BootNotification yet"
                        : status == RegistrationStatusEnum.PENDING
                                ? "The station has to be accepted first (B02.FR.05)"
                                : "No messages to a station that is Rejected (B03.FR.03)");
    }

    private static OcppError securityError(String description) {
        return new OcppError(OcppErrorCode.SECURITY_ERROR, description);
    }
}
