/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.auth.security.SecurityEvents.Filter;
import io.ohmnibus.auth.security.SecurityEvents.SecurityEvent;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The security events of the caller's stations. */
@RestController
class SecurityEventResource {

    private final SecurityEvents events;

    SecurityEventResource(SecurityEvents events) {
        this.events = events;
    }

    @Operation(summary = "Security events, the newest first")
    @GetMapping("/security-events")
    @RequiresPermission("security-events:read")
    Mono<Page<SecurityEvent>> list(Caller caller, PageRequest page, Filter filter) {
        return events.list(caller.tenant(), filter, page);
    }
}
