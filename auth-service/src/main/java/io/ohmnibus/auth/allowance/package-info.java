/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What operators allow a token, or all tokens of a group: status, places, hours, priority. */
@NullMarked
package io.ohmnibus.auth.allowance;

import org.jspecify.annotations.NullMarked;
