/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import io.ohmnibus.contracts.station.VariableValues;
import io.ohmnibus.contracts.station.VariableValuesQuery;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Signed meter values of a transaction, and whether the signatures hold. */
@RestController
final class SignedValueResource {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final VariableValuesQuery KEYS =
            new VariableValuesQuery("FiscalMetering", "PublicKey");

    private final SignedValues values;
    private final Queries queries;

    SignedValueResource(SignedValues values, Queries queries) {
        this.values = values;
        this.queries = queries;
    }

    @Operation(
            summary = "The signed meter values of a transaction, verified",
            description =
                    "With the keys that the station's device model tells"
                            + " (FiscalMetering.PublicKey).")
    @GetMapping("/transactions/{stationId}/{transactionId}/signed-values")
    @RequiresPermission("transactions:read")
    Mono<Page<SignedValueDocument>> signed(
            Caller caller,
            PageRequest page,
            @PathVariable String stationId,
            @PathVariable String transactionId) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return queries.ask(Service.STATION, station, KEYS, VariableValues.class, LIMIT)
                .onErrorMap(
                        QueryFailed.class,
                        e -> Problem.unavailable("The keys of the meters cannot be looked up"))
                .flatMap(keys -> values.ofTransaction(station, transactionId, keys.values(), page));
    }
}
