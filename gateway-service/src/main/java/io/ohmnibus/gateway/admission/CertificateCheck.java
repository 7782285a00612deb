/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.gateway.tls.Revocation;
import io.ohmnibus.gateway.tls.StationCertificate;
import io.ohmnibus.gateway.tls.TlsProperties;
import io.ohmnibus.platform.state.CompactedTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whose certificate it is, for security profile 3 (A00.FR.401 to A00.FR.408): that a trusted
 * authority signed it was seen during TLS, but any station of that authority has such a one.
 */
@Component
final class CertificateCheck {

    private final CompactedTable<StationCredentials> credentials;
    private final TlsProperties tls;
    private final Revocation revocation;
    private final Clock clock;

    CertificateCheck(
            CompactedTable<StationCredentials> credentials,
            TlsProperties tls,
            Revocation revocation,
            Clock clock) {
        this.credentials = credentials;
        this.tls = tls;
        this.revocation = revocation;
        this.clock = clock;
    }

    Mono<Decision> check(Knock knock) {
        StationCertificate certificate = knock.certificate();
        if (certificate == null) {
            return refused(Refusal.NO_CERTIFICATE, "");
        }
        StationCredentials known = credentials.get(knock.station()).orElse(null);
        if (!certificate.names().equals(List.of(name(knock, known)))) { // A00.FR.405
            return refused(Refusal.OTHER_CERTIFICATE, "it names " + certificate.names());
        }
        String owner = tls.organizations().get(knock.station().tenant());
        if (owner != null && !certificate.organizations().contains(owner)) { // A00.FR.404
            return refused(Refusal.OTHER_ORGANIZATION, "of " + certificate.organizations());
        }
        if (known == null) {
            return refused(Refusal.UNKNOWN_STATION, "");
        }
        return Profiles.allowed(known, knock.profile())
                ? inTime(known, certificate)
                : refused(Refusal.OTHER_PROFILE, ""); // A00.FR.002
    }

    /** TLS leaves that to us, since it depends on the station. */
    private Mono<Decision> inTime(StationCredentials known, StationCertificate certificate) {
        Instant now = clock.instant();
        boolean accepted =
                certificate.begunAt(now)
                        && (!certificate.expiredAt(now) || known.acceptsExpiredAt(now));
        return accepted // A00.FR.429
                ? serial(known, certificate)
                : refused(Refusal.EXPIRED_CERTIFICATE, "until " + certificate.expiresAt());
    }

    private static String name(Knock knock, @Nullable StationCredentials known) {
        String name = known == null ? null : known.certificateName();
        return name == null ? knock.station().stationId() : name;
    }

    private Mono<Decision> serial(StationCredentials known, StationCertificate certificate) {
        String serial = certificate.serialNumber();
        if (known.revokedCertificates().contains(serial)) {
            return refused(Refusal.REVOKED_CERTIFICATE, "serial number " + serial);
        }
        List<String> valid = known.certificates();
        boolean ours = valid != null && valid.contains(serial);
        if (valid != null && !ours) {
            return refused(Refusal.OTHER_CERTIFICATE, "serial number " + serial);
        }
        if (certificate.expiredAt(clock.instant())) { // nobody else vouches for it any more
            return ours
                    ? Mono.just(admitted(certificate))
                    : refused(Refusal.EXPIRED_CERTIFICATE, "and it is not known as the station's");
        }
        return revocation
                .check(certificate)
                .map(status -> judge(status, ours, certificate)); // A00.FR.702, A00.FR.705
    }

    private static Decision judge(
            Revocation.Status status, boolean ours, StationCertificate certificate) {
        return switch (status) {
            case GOOD -> admitted(certificate);
            case REVOKED ->
                    Decision.refused(
                            Refusal.REVOKED_CERTIFICATE,
                            "serial number " + certificate.serialNumber());
            case NO_SOURCE ->
                    ours // whoever keeps the list of valid ones is the source
                            ? admitted(certificate)
                            : Decision.refused(
                                    Refusal.REVOCATION_UNKNOWN, "it names no place to ask");
            case UNKNOWN -> Decision.refused(Refusal.REVOCATION_UNKNOWN, "no place answers");
        };
    }

    private static Decision admitted(StationCertificate certificate) {
        return new Decision.Admitted(
                StationAuthentication.certificate(
                        certificate.names().getFirst(),
                        certificate.serialNumber(),
                        certificate.expiresAt()));
    }

    private static Mono<Decision> refused(Refusal reason, String detail) {
        return Mono.just(Decision.refused(reason, detail));
    }
}
