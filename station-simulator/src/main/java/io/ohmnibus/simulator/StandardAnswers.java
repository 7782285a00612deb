/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ClearCacheRequest;
import io.ohmnibus.ocpp.message.ClearCacheResponse;
import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.type.ClearCacheStatusEnum;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.simulator.Answers.Reply;
import org.jspecify.annotations.Nullable;

/** What a station answers that no script tells otherwise. */
final class StandardAnswers {

    private final Station station;
    private final ModelAnswers model;
    private final RemoteAnswers remote;
    private final TriggerAnswers trigger;
    private final CertificateAnswers certificates;
    private final DisplayAnswers display;

    StandardAnswers(Station station) {
        this.station = station;
        this.model = new ModelAnswers(station);
        this.remote = new RemoteAnswers(station);
        this.trigger = new TriggerAnswers(station);
        this.certificates = new CertificateAnswers(station);
        this.display = new DisplayAnswers(station, remote);
    }

    /** The answer; null where the station does not support the action. */
    @Nullable Reply reply(Request<?> request) {
        return switch (request) {
            case GetVariablesRequest r -> Reply.of(model.get(r));
            case SetVariablesRequest r -> model.set(r);
            case GetBaseReportRequest r -> model.report(r);
            case GetReportRequest r -> model.report(r);
            case ResetRequest r -> station.resets().reset(r);
            case ChangeAvailabilityRequest r -> remote.changeAvailability(r);
            case RequestStartTransactionRequest r -> remote.start(r);
            case RequestStopTransactionRequest r -> remote.stop(r);
            case ReserveNowRequest r -> station.availability().reservations().reserve(r);
            case CancelReservationRequest r -> station.availability().reservations().cancel(r);
            case UnlockConnectorRequest r -> Reply.of(remote.unlock(r));
            case GetTransactionStatusRequest r -> Reply.of(remote.transactionStatus(r));
            case TriggerMessageRequest r -> trigger.trigger(r);
            case CertificateSignedRequest r -> certificates.signed(r);
            case InstallCertificateRequest r -> certificates.install(r);
            case SetNetworkProfileRequest r -> station.link().networks().set(r);
            case SetDisplayMessageRequest r -> Reply.of(display.set(r));
            case GetDisplayMessagesRequest r -> display.get(r);
            case ClearDisplayMessageRequest r -> Reply.of(display.clear(r));
            case ClearCacheRequest _ -> Reply.of(clearCache());
            case SendLocalListRequest r -> Reply.of(station.authorization().list().update(r));
            case GetLocalListVersionRequest _ -> Reply.of(station.authorization().list().version());
            case DataTransferRequest _ -> Reply.of(unknownVendor());
            default -> null;
        };
    }

    private Response clearCache() {
        if (!station.model().flag("AuthCacheCtrlr", "Enabled")) { // C11.FR.04
            return new ClearCacheResponse(ClearCacheStatusEnum.REJECTED, null, null);
        }
        station.authorization().forgetAll();
        return new ClearCacheResponse(ClearCacheStatusEnum.ACCEPTED, null, null);
    }

    private static Response unknownVendor() { // P01.FR.05
        return new DataTransferResponse(DataTransferStatusEnum.UNKNOWN_VENDOR_ID, null, null, null);
    }
}
