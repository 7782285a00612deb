/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the caller's stations prove who they are; no secret is in it. */
@RestController
class CredentialsResource {

    private static final int LONGEST_NAME = 64;

    private final Credentials credentials;
    private final StoredCredentials stored;
    private final TransactionalOperator transaction;

    CredentialsResource(
            Credentials credentials, StoredCredentials stored, TransactionalOperator transaction) {
        this.credentials = credentials;
        this.stored = stored;
        this.transaction = transaction;
    }

    /** What is known of a station's credentials; see StationCredentials. */
    record View(
            String stationId,
            int securityProfile,
            @Nullable Integer nextSecurityProfile,
            boolean hasPassword,
            boolean passwordIsChanging,
            @Nullable String certificateName,
            @Nullable List<String> certificates,
            List<String> revokedCertificates,
            @Nullable Instant expiredAcceptedUntil,
            Instant changedAt) {

        static View of(StationKey station, StationCredentials known) {
            return new View(
                    station.stationId(),
                    known.securityProfile(),
                    known.nextSecurityProfile(),
                    known.passwordHash() != null,
                    known.nextPasswordHash() != null,
                    known.certificateName(),
                    known.certificates(),
                    known.revokedCertificates(),
                    known.expiredAcceptedUntil(),
                    known.changedAt());
        }
    }

    /** The name that the certificate of a station must have; null for its identity. */
    record Name(@Nullable String certificateName) {}

    @Operation(summary = "The credentials of a station")
    @GetMapping("/stations/{stationId}/credentials")
    @RequiresPermission("credentials:read")
    Mono<View> get(Caller caller, @PathVariable String stationId) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return credentials
                .find(station)
                .map(known -> View.of(station, known))
                .switchIfEmpty(Mono.error(() -> unknown(station)));
    }

    @Operation(
            summary =
                    "Sets the name in the certificate, such as the serial number of the station (A00.FR.511)")
    @PutMapping("/stations/{stationId}/credentials/certificate-name")
    @RequiresPermission("credentials:write")
    Mono<View> name(Caller caller, @PathVariable String stationId, @RequestBody Name body) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        String name = body.certificateName();
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            throw Problem.badRequest("certificateName", "has 1 to " + LONGEST_NAME + " characters");
        }
        Mono<Void> free =
                name == null
                        ? Mono.empty()
                        : stored.isNameOfAnother(station, name)
                                .flatMap(taken ->
                                        taken
                                                ? Mono.error(
                                                        Problem.conflict(
                                                                "Another station has this name"))
                                                : Mono.empty());
        return free.then(credentials.change(station, (c, now) -> c.certificateName(name, now)))
                .map(known -> View.of(station, known))
                .switchIfEmpty(Mono.error(() -> unknown(station)))
                .as(transaction::transactional);
    }

    private static Problem unknown(StationKey station) {
        return Problem.notFound("There is no station " + station.stationId());
    }
}
