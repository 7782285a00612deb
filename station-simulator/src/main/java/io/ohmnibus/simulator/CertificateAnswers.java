/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.CertificateSignedResponse;
import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.InstallCertificateResponse;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.InstallCertificateStatusEnum;
import io.ohmnibus.ocpp.type.InstallCertificateUseEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.simulator.Answers.Reply;
import io.ohmnibus.simulator.security.Identity;
import io.ohmnibus.simulator.security.Pem;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates that the CSMS delivers (A02, A03) and hands over to be trusted (M05). */
final class CertificateAnswers {

    private final Station station;

    CertificateAnswers(Station station) {
        this.station = station;
    }

    Reply signed(CertificateSignedRequest request) {
        var security = station.security();
        var open = security.take(request.requestId(), request.certificateType());
        if (open == null) { // A02.FR.26
            return rejected("UnknownRequest", "no signing request is open for it", () -> {});
        }
        try {
            var chain = Pem.certificates(request.certificateChain());
            var objection = objection(open, chain);
            if (objection != null) {
                return invalid(objection);
            }
            security.identity(open.use(), new Identity(open.keys().getPrivate(), chain));
            return new Reply(
                    new CertificateSignedResponse(CertificateSignedStatusEnum.ACCEPTED, null, null),
                    () -> switchTo(open.use())); // A02.FR.08
        } catch (CertificateException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
    }

    private void switchTo(CertificateSigningUseEnum use) {
        if (use == CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE
                && station.model().integer("SecurityCtrlr", "SecurityProfile") == 3) {
            station.link().reconnect("new certificate");
        }
    }

    /** What A02.FR.06 asks a station to check. */
    private @Nullable String objection(StationSecurity.Open open, List<X509Certificate> chain) {
        var certificate = chain.getFirst();
        if (!certificate.getPublicKey().equals(open.keys().getPublic())) {
            return "it is for another key";
        }
        var now = station.now();
        if (now.isBefore(Instant.ofEpochMilli(certificate.getNotBefore().getTime()))
                || now.isAfter(Instant.ofEpochMilli(certificate.getNotAfter().getTime()))) {
            return "it is not valid now";
        }
        var trust = station.security().trust();
        var ours = open.use() == CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
        return ours && !trust.roots().isEmpty() && !trust.accepts(chain)
                ? "it does not lead to a root that is trusted here"
                : null;
    }

    /** A02.FR.07. */
    private Reply invalid(String why) {
        return rejected(
                "InvalidCertificate",
                why,
                () -> station.security().report("InvalidChargingStationCertificate", why));
    }

    private static Reply rejected(String reason, String why, Runnable then) {
        return new Reply(
                new CertificateSignedResponse(
                        CertificateSignedStatusEnum.REJECTED,
                        new StatusInfo(reason, why, null),
                        null),
                then);
    }

    Reply install(InstallCertificateRequest request) {
        try {
            var certificate = Pem.certificates(request.certificate()).getFirst();
            if (request.certificateType() == InstallCertificateUseEnum.CSMS_ROOT_CERTIFICATE) {
                station.security().trust(certificate);
            }
            return answer(InstallCertificateStatusEnum.ACCEPTED);
        } catch (CertificateException _) {
            return answer(InstallCertificateStatusEnum.REJECTED);
        }
    }

    private static Reply answer(InstallCertificateStatusEnum status) {
        return Reply.of(new InstallCertificateResponse(status, null, null));
    }
}
