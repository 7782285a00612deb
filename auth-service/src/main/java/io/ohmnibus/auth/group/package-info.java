/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Groups of tokens: what is said of one is said of each of its tokens, and of the groups below it.
 * The table keeps each group together with what its parents say, and the view {@code
 * tokens_in_effect} tokens with what their groups say, so that judging a token stays one look.
 */
@NullMarked
package io.ohmnibus.auth.group;

import org.jspecify.annotations.NullMarked;
