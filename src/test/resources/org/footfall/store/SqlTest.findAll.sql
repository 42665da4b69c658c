SELECT id
FROM thing;
