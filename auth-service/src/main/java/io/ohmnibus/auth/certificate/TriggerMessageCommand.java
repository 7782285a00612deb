/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Whether a station makes the signing request that it was asked for. */
@UseCase("A02")
final class TriggerMessageCommand
        implements CommandHandler<TriggerMessageRequest, TriggerMessageResponse> {

    private static final Logger log = LoggerFactory.getLogger(TriggerMessageCommand.class);

    private final ConnectionCertificates connections;
    private final MeterRegistry meters;

    TriggerMessageCommand(ConnectionCertificates connections, MeterRegistry meters) {
        this.connections = connections;
        this.meters = meters;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            TriggerMessageRequest request,
            Outcome<TriggerMessageResponse> outcome) {
        if (request.requestedMessage() != MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE) {
            return Mono.empty();
        }
        return switch (outcome) {
            case Outcome.Answered<TriggerMessageResponse>(var answer)
                    when answer.status() == TriggerMessageStatusEnum.ACCEPTED ->
                    Mono.fromRunnable(() -> count("accepted"));
            case Outcome.Answered<TriggerMessageResponse>(var answer) ->
                    failed(station, "rejected", text(answer));
            case Outcome.Refused<TriggerMessageResponse>(var error) ->
                    failed(
                            station,
                            "refused",
                            error.code().wireName() + ": " + error.description());
            case Outcome.TimedOut<TriggerMessageResponse> _ ->
                    failed(station, "timed_out", "The station did not answer in time");
            case Outcome.Offline<TriggerMessageResponse> _ ->
                    failed(station, "offline", "The station was not connected");
        };
    }

    private static String text(TriggerMessageResponse answer) {
        @Nullable StatusInfo info = answer.statusInfo();
        String status = answer.status().wireName();
        return info == null ? status : status + ": " + info.reasonCode();
    }

    private Mono<Void> failed(StationKey station, String outcome, String reason) {
        log.warn("{} does not renew its certificate: {}", station, reason);
        count(outcome);
        return connections.notRenewed(station, reason);
    }

    private void count(String outcome) {
        meters.counter("ohmnibus.certificates.renewals", "outcome", outcome).increment();
    }
}
