/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.transaction.lifecycle.RebuildTransactions.Rebuilt;
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

    /** Rebuilds a page of transactions from their events; call it again with next until it ends. */
    @PostMapping("/transactions/rebuild")
    @RequiresPermission("projections:write")
    Mono<Page<Rebuilt>> rebuild(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String stationId) {
        return transactions.rebuild(caller.tenant(), stationId, page);
    }
}
