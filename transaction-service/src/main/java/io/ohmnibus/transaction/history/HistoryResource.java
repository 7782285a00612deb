/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists of transactions, and of meter values that belong to none. */
@RestController
class HistoryResource {

    /**
     * What to list, as query parameters; each may be left out.
     *
     * @param state Ongoing, Ended or Abandoned
     * @param from the earliest begin, included
     * @param to the latest begin, excluded
     */
    record TransactionQuery(
            @Nullable String stationId,
            @Nullable String state,
            @Nullable String idToken,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private final TransactionHistory transactions;
    private final MeterValueHistory meterValues;

    HistoryResource(TransactionHistory transactions, MeterValueHistory meterValues) {
        this.transactions = transactions;
        this.meterValues = meterValues;
    }

    @Operation(summary = "Transactions, newest first")
    @GetMapping("/transactions")
    @RequiresPermission("transactions:read")
    Mono<Page<TransactionDocument>> transactions(
            Caller caller,
            PageRequest page,
            @ParameterObject @ModelAttribute TransactionQuery query) {
        return transactions.list(
                new TransactionHistory.Filter(
                        caller.tenant(),
                        query.stationId(),
                        query.state(),
                        query.idToken(),
                        query.from(),
                        query.to()),
                page);
    }

    @Operation(
            summary = "The meter values of a station that belong to no transaction",
            description = "In the order they came; from and to are about that time.")
    @GetMapping("/stations/{stationId}/meter-values")
    @RequiresPermission("transactions:read")
    Mono<Page<MeterValueDocument>> meterValues(
            Caller caller,
            PageRequest page,
            @PathVariable String stationId,
            @ParameterObject @ModelAttribute MeterValueHistory.Filter filter) {
        return meterValues.ofStation(new StationKey(caller.tenant(), stationId), filter, page);
    }
}
