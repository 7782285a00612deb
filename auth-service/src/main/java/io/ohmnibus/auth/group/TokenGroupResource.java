/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import io.ohmnibus.auth.group.TokenGroups.Change;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is said of groups of tokens; the tokens of one are {@code /tokens?group=}. */
@RestController
final class TokenGroupResource {

    private final TokenGroups groups;

    TokenGroupResource(TokenGroups groups) {
        this.groups = groups;
    }

    @Operation(summary = "Says something of a group of tokens and of the groups below it")
    @PutMapping("/token-groups/{groupId}")
    @RequiresPermission("tokens:write")
    Mono<TokenGroupDocument> put(
            Caller caller, @PathVariable String groupId, @RequestBody TokenGroupDocument entered) {
        return groups.put(caller.tenant(), entered.group(groupId), caller.subject())
                .map(TokenGroupResource::done)
                .then(find(caller, groupId));
    }

    @Operation(summary = "The groups that something is said of")
    @GetMapping("/token-groups")
    @RequiresPermission("tokens:read")
    Mono<Page<TokenGroupDocument>> list(Caller caller, PageRequest page) {
        Cursor cursor = page.cursor();
        return groups.list(caller.tenant(), cursor == null ? null : cursor.text(0), page.fetch())
                .collectList()
                .map(found ->
                        Page.of(
                                found,
                                page,
                                one -> Cursor.of(one.group().groupId().toLowerCase(Locale.ROOT))))
                .map(found -> found.map(TokenGroupDocument::of));
    }

    @Operation(summary = "What is said of a group, and what that comes to with its parents")
    @GetMapping("/token-groups/{groupId}")
    @RequiresPermission("tokens:read")
    Mono<TokenGroupDocument> get(Caller caller, @PathVariable String groupId) {
        return find(caller, groupId);
    }

    @Operation(summary = "Says nothing of a group any more; its tokens stay in it")
    @DeleteMapping("/token-groups/{groupId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("tokens:write")
    Mono<Void> remove(Caller caller, @PathVariable String groupId) {
        return groups.remove(caller.tenant(), stored(groupId)).map(TokenGroupResource::done).then();
    }

    private Mono<TokenGroupDocument> find(Caller caller, String groupId) {
        return groups.find(caller.tenant(), stored(groupId))
                .map(TokenGroupDocument::of)
                .switchIfEmpty(Mono.error(TokenGroupResource::unknown));
    }

    /** No column holds a NUL (A49). */
    private static String stored(String groupId) {
        if (groupId.indexOf('\0') >= 0) {
            throw unknown();
        }
        return groupId;
    }

    private static Change done(Change change) {
        return switch (change) {
            case Done -> change;
            case Unknown -> throw unknown();
            case NoParent -> throw Problem.badRequest("parentGroupId", "is no group that is known");
            case Cycle -> throw Problem.badRequest("parentGroupId", "is a part of this group");
            case TooDeep -> throw Problem.badRequest("parentGroupId", "has too many above it");
            case HasParts -> throw Problem.conflict("Other groups are parts of this one");
        };
    }

    private static Problem unknown() {
        return Problem.notFound("Nothing is said of such a group");
    }
}
