/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.transaction.lifecycle.RebuildTransactions.Rebuilt;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For administrators: what is known of transactions, computed anew. */
@RestController
final class RebuildResource {

    private final RebuildTransactions transactions;

    RebuildResource(RebuildTransactions transactions) {
        this.transactions = transactions;
    }

    @Operation(
            summary = "Computes a page of transactions anew from their events",
            description =
                    "Meter values and summaries follow. Call it again with next until there"
                            + " is none.")
    @PostMapping("/transactions/rebuild")
    @RequiresPermission("projections:write")
    Mono<Page<Rebuilt>> rebuild(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String stationId) {
        return transactions.rebuild(caller.tenant(), stationId, page);
    }
}
