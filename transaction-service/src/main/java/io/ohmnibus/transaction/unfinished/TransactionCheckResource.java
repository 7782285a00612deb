/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.command.StationRegister;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Check;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a station said when it was asked about its transactions. */
@RestController
final class TransactionCheckResource {

    private final StationRegister stations;
    private final TransactionChecks checks;

    TransactionCheckResource(StationRegister stations, TransactionChecks checks) {
        this.stations = stations;
        this.checks = checks;
    }

    @Operation(summary = "What a station said when it was asked about its transactions")
    @GetMapping("/stations/{stationId}/transaction-checks")
    @RequiresPermission("transactions:read")
    Mono<Page<Check>> list(Caller caller, @PathVariable String stationId, PageRequest page) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        Cursor cursor = page.cursor();
        String after = cursor == null ? null : cursor.text(0);
        return stations.require(key)
                .then(Mono.defer(() -> checks.list(key, after, page.fetch()).collectList()))
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.transactionId())));
    }
}
