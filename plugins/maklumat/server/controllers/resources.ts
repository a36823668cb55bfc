import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/resources';
import { getApp } from '../services/app';
import * as schedules from '../services/schedules';
import { officerOf } from './officer';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    parse(contract.listResources, context);
    context.body = { data: await schedules.listResources(getApp(strapi), await officerOf(strapi, context)) };
  },
  async bookings(context: Context) {
    const { params, query, language } = parse(contract.listResourceBookings, context);
    context.body = { data: await schedules.getSchedule(getApp(strapi), await officerOf(strapi, context), params.slug, query, language) };
  },
  async slots(context: Context) {
    const { params, query, language } = parse(contract.listResourceSlots, context);
    context.body = { data: await schedules.getSlots(getApp(strapi), await officerOf(strapi, context), params.slug, query, language) };
  },
});
