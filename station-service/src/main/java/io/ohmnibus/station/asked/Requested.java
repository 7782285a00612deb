/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.asked;

import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.web.Problem;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A report that was asked for, and the command that did it. */
public record Requested(int requestId, UUID commandId) {

    private static final int ATTEMPTS = 10;
    private static final String USED = "The station has a report with this request id";

    /** Asks with a request id that the station has no report of. */
    public static Mono<Requested> withFreshId(Mono<Integer> next, IntFunction<Mono<UUID>> send) {
        return Mono.defer(() ->
                        next.flatMap(
                                id -> send.apply(id).map(command -> new Requested(id, command))))
                // The caller of the generic endpoint chooses ids too, and may have had this one.
                .retryWhen(Retry.max(ATTEMPTS).filter(Requested::isUsed));
    }

    /** Parts carry nothing but the request id to tell what they belong to. */
    public static RuleViolation used(String requirement) {
        return new RuleViolation(requirement, USED);
    }

    private static boolean isUsed(Throwable error) {
        return error instanceof RuleViolation violation && USED.equals(violation.getMessage());
    }

    /** 202 with the place where the report is seen. */
    public ResponseEntity<Requested> accepted(String stationId, String reports) {
        return ResponseEntity.accepted()
                .location(
                        UriComponentsBuilder.fromPath(
                                        "/api/station/stations/{id}/" + reports + "/{report}")
                                .encode()
                                .build(stationId, requestId))
                .body(this);
    }

    /** There is no such report. */
    public static <T> Mono<T> unknown(int requestId) {
        return Mono.error(() -> Problem.notFound("There is no report " + requestId));
    }
}
