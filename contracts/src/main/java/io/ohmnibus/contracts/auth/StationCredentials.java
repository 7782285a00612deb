/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a station proves who it is: the value of the compacted topic {@code station.credentials},
 * which gateways hold in memory.
 *
 * <p>While a change is on its way to the station (A01, A05), what it leads to stands beside what is
 * in force, and both are accepted; any profile that is accepted goes with any password that is. The
 * gateway says in {@code StationConnection} what a station used, and auth-service then ends the
 * change.
 *
 * <p>Serial numbers are lower-case hexadecimal digits without leading zeros.
 *
 * @param securityProfile 1, 2 or 3 (Part 2, A, 1.3)
 * @param passwordHash for profiles 1 and 2
 * @param nextSecurityProfile the profile that a change under way leads to
 * @param nextPasswordHash the password that a change under way leads to
 * @param certificateName common name that the station's certificate must have; null stands for the
 *     identity of the station
 * @param certificates serial numbers of the certificates that are valid for profile 3, and no
 *     others are; null as long as we know of none: then any certificate of a trusted issuer that
 *     has the name and is not revoked is valid
 * @param revokedCertificates serial numbers of certificates that are refused though they have not
 *     expired
 * @param expiredAcceptedUntil until when a certificate of the station is accepted though it has
 *     expired, so that it can be renewed (A00.FR.429); null when it is not
 */
public record StationCredentials(
        int securityProfile,
        @Nullable String passwordHash,
        Instant changedAt,
        @Nullable Integer nextSecurityProfile,
        @Nullable String nextPasswordHash,
        @Nullable String certificateName,
        @Nullable List<String> certificates,
        List<String> revokedCertificates,
        @Nullable Instant expiredAcceptedUntil) {

    // The second list is null in values that older versions have written.
    @SuppressWarnings("ConstantValue")
    public StationCredentials {
        certificates = certificates == null ? null : List.copyOf(certificates);
        revokedCertificates =
                revokedCertificates == null ? List.of() : List.copyOf(revokedCertificates);
    }

    /** Credentials without a change under way and without certificates that we know. */
    public StationCredentials(
            int securityProfile, @Nullable String passwordHash, Instant changedAt) {
        this(securityProfile, passwordHash, changedAt, null, null, null, null, List.of(), null);
    }

    /** With a password that is accepted beside the one in force; null ends that. */
    public StationCredentials nextPassword(@Nullable String hash, Instant at) {
        return with(at, next -> next.nextPasswordHash = hash);
    }

    /** With the next password in force; without one the password stays. */
    public StationCredentials passwordChanged(Instant at) {
        return with(
                at,
                next -> {
                    next.passwordHash = nextPasswordHash == null ? passwordHash : nextPasswordHash;
                    next.nextPasswordHash = null;
                });
    }

    /** With a profile that is accepted beside the one in force; null ends that. */
    public StationCredentials nextSecurityProfile(@Nullable Integer profile, Instant at) {
        return with(at, next -> next.nextSecurityProfile = profile);
    }

    /** With another profile in force, and none beside it. */
    public StationCredentials securityProfile(int profile, Instant at) {
        return with(
                at,
                next -> {
                    next.securityProfile = profile;
                    next.nextSecurityProfile = null;
                });
    }

    /** With another name that the certificate must have. */
    public StationCredentials certificateName(@Nullable String name, Instant at) {
        return with(at, next -> next.certificateName = name);
    }

    /** With other certificates. */
    public StationCredentials certificates(
            @Nullable List<String> valid, List<String> revoked, Instant at) {
        return with(
                at,
                next -> {
                    next.certificates = valid;
                    next.revokedCertificates = revoked;
                });
    }

    /** With a certificate accepted until then though it has expired; null ends that. */
    public StationCredentials expiredAcceptedUntil(@Nullable Instant until, Instant at) {
        return with(at, next -> next.expiredAcceptedUntil = until);
    }

    private StationCredentials with(Instant at, Consumer<Next> change) {
        Next next = new Next(this);
        change.accept(next);
        return next.credentials(at);
    }

    /** These credentials, while they are changed. */
    private static final class Next {

        int securityProfile;
        @Nullable String passwordHash;
        @Nullable Integer nextSecurityProfile;
        @Nullable String nextPasswordHash;
        @Nullable String certificateName;
        @Nullable List<String> certificates;
        List<String> revokedCertificates;
        @Nullable Instant expiredAcceptedUntil;

        Next(StationCredentials now) {
            securityProfile = now.securityProfile;
            passwordHash = now.passwordHash;
            nextSecurityProfile = now.nextSecurityProfile;
            nextPasswordHash = now.nextPasswordHash;
            certificateName = now.certificateName;
            certificates = now.certificates;
            revokedCertificates = now.revokedCertificates;
            expiredAcceptedUntil = now.expiredAcceptedUntil;
        }

        StationCredentials credentials(Instant at) {
            return new StationCredentials(
                    securityProfile,
                    passwordHash,
                    at,
                    nextSecurityProfile,
                    nextPasswordHash,
                    certificateName,
                    certificates,
                    revokedCertificates,
                    expiredAcceptedUntil);
        }
    }

    /** Whether a certificate of the station is accepted though it has expired. */
    public boolean acceptsExpiredAt(Instant now) {
        return expiredAcceptedUntil != null && now.isBefore(expiredAcceptedUntil);
    }
}
