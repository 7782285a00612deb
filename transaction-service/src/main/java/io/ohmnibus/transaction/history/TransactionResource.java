/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One transaction of the caller's tenant: what is known, its events, its meter values. */
@RestController
class TransactionResource {

    private final TransactionHistory transactions;
    private final MeterValueHistory meterValues;

    TransactionResource(TransactionHistory transactions, MeterValueHistory meterValues) {
        this.transactions = transactions;
        this.meterValues = meterValues;
    }

    @Operation(summary = "The transaction with what looks wrong about it")
    @Refuses(value = 404, when = "There is no such transaction")
    @GetMapping("/transactions/{stationId}/{transactionId}")
    @RequiresPermission("transactions:read")
    Mono<TransactionDocument> get(
            Caller caller, @PathVariable String stationId, @PathVariable String transactionId) {
        return find(new StationKey(caller.tenant(), stationId), transactionId);
    }

    @Operation(summary = "The events of a transaction by sequence number, as they came")
    @GetMapping("/transactions/{stationId}/{transactionId}/events")
    @RequiresPermission("transactions:read")
    Mono<Page<EventDocument>> events(
            Caller caller,
            PageRequest page,
            @PathVariable String stationId,
            @PathVariable String transactionId) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return find(station, transactionId).then(transactions.events(station, transactionId, page));
    }

    @Operation(summary = "The meter values of a transaction by the station's clock")
    @GetMapping("/transactions/{stationId}/{transactionId}/meter-values")
    @RequiresPermission("transactions:read")
    Mono<Page<MeterValueDocument>> meterValues(
            Caller caller,
            PageRequest page,
            @PathVariable String stationId,
            @PathVariable String transactionId,
            @RequestParam(required = false) @Nullable String measurand) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return find(station, transactionId)
                .then(meterValues.ofTransaction(station, transactionId, measurand, page));
    }

    private Mono<TransactionDocument> find(StationKey station, String transactionId) {
        return transactions
                .find(station, transactionId)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no such transaction")));
    }
}
