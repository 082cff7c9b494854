/* The fifteen-rule case as one would write it: integers in cents, one loop. Lines: right, days, daily, gross, CSG, CRDS, net. */
#include <stdint.h>
typedef int64_t i64;
static i64 at(const i64 *starts, const i64 *values, i64 n, i64 day) {
    i64 k = 0; while (k + 1 < n && starts[k + 1] <= day) k++; return values[k]; }
static const int before[12] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
static i64 eve_of_month(i64 day) { /* the last day of the month before, from a proleptic ordinal */
    i64 z = day - 1 + 306, era = z / 146097, doe = z % 146097;
    i64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    i64 mp = (5 * doy + 2) / 153, d = doy - (153 * mp + 2) / 5 + 1; (void)era; (void)before; return day - d; }
void decide(i64 **in, i64 **out, i64 **smic, i64 n, i64 count) {
    for (i64 i = 0; i < count; i++) {
        i64 start = in[0][i], hourly = at(smic[0], smic[1], n, eve_of_month(start));
        i64 right = in[2][i] >= 15000 || in[6][i] >= 1015 * hourly;
        i64 coefficient = start >= 739342 ? 14 : 18; /* 2025-04-01 */
        i64 cap = coefficient * hourly * 35 * 52; /* over 10 × 12 */
        i64 sum = 0;
        for (int k = 3; k < 6; k++) { i64 pay = in[k][i] * 120; sum += pay < cap ? pay : cap; }
        i64 daily = (2 * sum * 4 + 120 * 365 * 2) / (2 * 120 * 365 * 2); /* half of sum / 91.25, to the nearest */
        i64 wait = in[7][i] || in[8][i] ? 0 : 300, open = in[1][i] - wait, left = 36000 - in[9][i];
        if (open < 0) open = 0;
        i64 days = right ? (open < left ? open : left) : 0;
        i64 gross = daily * days / 100, csg = (2 * gross * 62 + 1000) / 2000, crds = (2 * gross * 5 + 1000) / 2000;
        out[0][i] = right; out[1][i] = days; out[2][i] = daily; out[3][i] = gross; out[4][i] = csg; out[5][i] = crds;
        out[6][i] = gross - csg - crds;
    }
}
