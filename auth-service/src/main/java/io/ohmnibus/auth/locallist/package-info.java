/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Local authorization lists (D01, D02). Rules say which tokens a station's list has; {@code
 * local_list_entries} say what the station was told and took. What is sent is always the difference
 * between the two, in parts as small as the station wants them, after its version was compared; a
 * list whose contents are not known is replaced. So a station that was away, refused a part or lost
 * its list is brought to the same end.
 */
@NullMarked
package io.ohmnibus.auth.locallist;

import org.jspecify.annotations.NullMarked;
