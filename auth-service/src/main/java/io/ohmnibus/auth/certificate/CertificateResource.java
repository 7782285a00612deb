/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The certificates of the caller's stations (A02, A03). */
@RestController
class CertificateResource {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final CertificateList list;
    private final CertificateOrders orders;
    private final ExpiredCertificates expired;

    CertificateResource(
            CertificateList list, CertificateOrders orders, ExpiredCertificates expired) {
        this.list = list;
        this.orders = orders;
        this.expired = expired;
    }

    @Operation(summary = "Certificates and requests for them, the newest first")
    @GetMapping("/certificates")
    @RequiresPermission("credentials:read")
    Mono<Page<StationCertificate>> list(
            Caller caller, PageRequest page, CertificateList.Filter filter) {
        return list.list(caller.tenant(), filter, page);
    }

    @Operation(summary = "Certificates of one station and requests for them, the newest first")
    @GetMapping("/stations/{stationId}/certificates")
    @RequiresPermission("credentials:read")
    Mono<Page<StationCertificate>> ofStation(
            Caller caller, PageRequest page, @PathVariable String stationId) {
        CertificateList.Filter filter = new CertificateList.Filter(stationId, null, null, null);
        return list.list(caller.tenant(), filter, page);
    }

    /** A certificate that others have signed, as PEM. */
    record Imported(String certificate) {}

    @Operation(
            summary =
                    "Lets a station connect with a certificate that others have signed (A00.FR.803)")
    @PostMapping("/stations/{stationId}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("credentials:write")
    Mono<StationCertificate> add(
            Caller caller, @PathVariable String stationId, @RequestBody Imported body) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return orders.add(station, body.certificate())
                .flatMap(number -> list.find(station, number));
    }

    /** Which certificate to renew; evseId where each EVSE has its own towards vehicles. */
    record Renewal(@Nullable CertificateUse use, @Nullable Integer evseId) {}

    /** The command that asks the station; see {@code /commands/{id}}. */
    record Asked(UUID commandId, Instant until) {}

    @Operation(summary = "Asks a station for a new key and signing request (A02)")
    @PostMapping("/stations/{stationId}/certificates/renewals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("credentials:write")
    Mono<Asked> renew(
            Caller caller,
            @PathVariable String stationId,
            @RequestBody(required = false) @Nullable Renewal body) {
        CertificateUse use = body == null || body.use() == null ? null : body.use();
        return orders.renew(
                new StationKey(caller.tenant(), stationId),
                use == null ? CertificateUse.CHARGING_STATION : use,
                body == null ? null : body.evseId());
    }

    /** Why it is taken back. */
    record Revocation(@Nullable String reason) {}

    @Operation(summary = "Takes a certificate back: no connection is made with it from now on")
    @PostMapping("/stations/{stationId}/certificates/{serialNumber}/revocation")
    @RequiresPermission("credentials:write")
    Mono<StationCertificate> revoke(
            Caller caller,
            @PathVariable String stationId,
            @PathVariable String serialNumber,
            @RequestBody(required = false) @Nullable Revocation body) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        String reason = body == null || body.reason() == null ? "" : ": " + body.reason();
        return orders.revoke(station, serialNumber, "by " + caller.subject() + reason)
                .then(list.find(station, serialNumber))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no such certificate")));
    }

    /** How long certificates are accepted though they have expired; at most 30 days. */
    record Acceptance(@Nullable Duration within) {}

    /** Until when certificates of the station are accepted though they have expired. */
    record Accepted(@Nullable Instant expiredAcceptedUntil) {

        static Accepted of(StationCredentials credentials) {
            return new Accepted(credentials.expiredAcceptedUntil());
        }
    }

    @Operation(
            summary =
                    "Lets a station come with an expired certificate, to have it renewed (A00.FR.429)")
    @PutMapping("/stations/{stationId}/certificates/expired")
    @RequiresPermission("credentials:write")
    Mono<Accepted> acceptExpired(
            Caller caller, @PathVariable String stationId, @RequestBody Acceptance body) {
        Duration within = body.within();
        if (within == null || !within.isPositive() || within.compareTo(LONGEST) > 0) {
            throw Problem.badRequest("within", "is more than PT0S and at most " + LONGEST);
        }
        return expired.accept(new StationKey(caller.tenant(), stationId), within, caller.subject())
                .map(Accepted::of);
    }

    @Operation(summary = "Refuses expired certificates of a station again")
    @DeleteMapping("/stations/{stationId}/certificates/expired")
    @RequiresPermission("credentials:write")
    Mono<Accepted> refuseExpired(Caller caller, @PathVariable String stationId) {
        return expired.end(new StationKey(caller.tenant(), stationId), caller.subject())
                .map(Accepted::of);
    }
}
