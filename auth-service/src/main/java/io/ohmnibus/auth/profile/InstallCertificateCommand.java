/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.InstallCertificateResponse;
import io.ohmnibus.ocpp.type.InstallCertificateStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Whether a station trusts the root of the CSMS from now on (M05). */
@UseCase("A05")
final class InstallCertificateCommand
        implements CommandHandler<InstallCertificateRequest, InstallCertificateResponse> {

    private final StepEnds ends;

    InstallCertificateCommand(StepEnds ends) {
        this.ends = ends;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            InstallCertificateRequest request,
            Outcome<InstallCertificateResponse> outcome) {
        return ends.ended(
                station,
                request,
                StepOutcome.of(
                        outcome,
                        answer ->
                                StepOutcome.of(
                                        answer.status() == InstallCertificateStatusEnum.ACCEPTED,
                                        answer.status().wireName(),
                                        answer.statusInfo())));
    }
}
