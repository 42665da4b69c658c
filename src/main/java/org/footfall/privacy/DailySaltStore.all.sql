SELECT day, salt FROM daily_salt
