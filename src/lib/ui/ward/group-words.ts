/** "số 7", "Lương Quán": where the heading says already that it is a tổ dân phố. */
export const shortGroupName = (name: string): string => name.replace(/^Tổ dân phố /, '');
