/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import io.ohmnibus.auth.decision.Decisions.Filter;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Why tokens were accepted or refused. */
@RestController
class DecisionResource {

    private final Decisions decisions;

    DecisionResource(Decisions decisions) {
        this.decisions = decisions;
    }

    @Operation(summary = "What was decided about tokens and why, the newest first")
    @GetMapping("/authorization-decisions")
    @RequiresPermission("authorization-decisions:read")
    Mono<Page<Decision>> list(Caller caller, PageRequest page, Filter filter) {
        return decisions.list(caller.tenant(), filter, page);
    }
}
