/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.platform.command.StationRegister;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which tokens local lists have: a rule for all stations of a tenant, and exceptions from it. */
@RestController
class LocalListRuleResource {

    private final LocalListRules rules;
    private final StationRegister register;
    private final TransactionalOperator transaction;

    LocalListRuleResource(
            LocalListRules rules, StationRegister register, TransactionalOperator transaction) {
        this.rules = rules;
        this.register = register;
        this.transaction = transaction;
    }

    @Operation(summary = "The local list rule of all stations that have none of their own")
    @GetMapping("/local-list-rule")
    @RequiresPermission("local-lists:read")
    Mono<LocalListRule> show(Caller caller) {
        return find(caller, LocalListRules.ALL_STATIONS);
    }

    @Operation(summary = "Sends a list to every station of the tenant that has no rule of its own")
    @PutMapping("/local-list-rule")
    @RequiresPermission("local-lists:write")
    Mono<LocalListRule> put(Caller caller, @RequestBody LocalListRule rule) {
        return enter(caller, LocalListRules.ALL_STATIONS, rule);
    }

    @Operation(summary = "Empties the lists of all stations that have no rule of their own")
    @DeleteMapping("/local-list-rule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("local-lists:write")
    Mono<Void> remove(Caller caller) {
        return drop(caller, LocalListRules.ALL_STATIONS);
    }

    @Operation(summary = "The local list rule of a station")
    @GetMapping("/stations/{stationId}/local-list/rule")
    @RequiresPermission("local-lists:read")
    Mono<LocalListRule> show(Caller caller, @PathVariable String stationId) {
        return find(caller, stationId);
    }

    @Operation(summary = "Sends the station a local list of its own")
    @PutMapping("/stations/{stationId}/local-list/rule")
    @RequiresPermission("local-lists:write")
    Mono<LocalListRule> put(
            Caller caller, @PathVariable String stationId, @RequestBody LocalListRule rule) {
        return register.require(new StationKey(caller.tenant(), stationId))
                .then(Mono.defer(() -> enter(caller, stationId, rule)));
    }

    @Operation(
            summary =
                    "From now on the station follows the rule of all, and has no list where there is none")
    @DeleteMapping("/stations/{stationId}/local-list/rule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("local-lists:write")
    Mono<Void> remove(Caller caller, @PathVariable String stationId) {
        return drop(caller, stationId);
    }

    private Mono<LocalListRule> find(Caller caller, String stationId) {
        return rules.find(caller.tenant(), stationId)
                .switchIfEmpty(Mono.error(LocalListRuleResource::unknown));
    }

    private Mono<LocalListRule> enter(Caller caller, String stationId, LocalListRule rule) {
        List<Problem.Violation> violations = rule.violations();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return rules.put(caller.tenant(), stationId, rule, caller.subject())
                .as(transaction::transactional)
                .then(find(caller, stationId));
    }

    private Mono<Void> drop(Caller caller, String stationId) {
        return rules.remove(caller.tenant(), stationId)
                .as(transaction::transactional)
                .flatMap(removed -> removed ? Mono.empty() : Mono.error(unknown()));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such rule");
    }
}
