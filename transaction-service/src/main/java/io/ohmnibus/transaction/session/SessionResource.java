/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What transactions that are over come to. */
@RestController
class SessionResource {

    private final Sessions sessions;

    SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @Operation(
            summary = "What transactions that are over come to, changed last first",
            description = "From and to are about that change.")
    @GetMapping("/sessions")
    @RequiresPermission("transactions:read")
    Mono<Page<SessionSummarized>> sessions(
            Caller caller,
            PageRequest page,
            @ParameterObject @ModelAttribute Sessions.Filter filter) {
        return sessions.list(caller.tenant(), filter, page);
    }

    @Operation(summary = "The summary of one transaction; none while it goes on")
    @Refuses(value = 404, when = "There is no such transaction, or it goes on")
    @GetMapping("/sessions/{stationId}/{transactionId}")
    @RequiresPermission("transactions:read")
    Mono<SessionSummarized> session(
            Caller caller, @PathVariable String stationId, @PathVariable String transactionId) {
        return sessions.find(new StationKey(caller.tenant(), stationId), transactionId)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no such session")));
    }
}
